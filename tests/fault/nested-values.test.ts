// Values nested so deep that whoever walks through them by calling itself runs out of
// stack: every reader of what others send comes to an end, and says no.

import { expect, test } from 'vitest';

import { kinds } from '../../src-shared/domain/kinds.ts';
import { readOpml } from '../../src-shared/feeds/opml.ts';
import { wordsOf } from '../../src-shared/feeds/rich-text.ts';
import { describePart } from '../../src-shared/query/describe-part.ts';
import { parseView } from '../../src-shared/query/view.ts';
import { isPlain, isWithinLimits } from '../../src-shared/records/limits.ts';
import { readable } from '../../src-shared/records/readable.ts';
import { parseItems, parseMessage } from '../../src-shared/sync/messages.ts';
import { canonicalJson } from '../../src-shared/values/canonical-json.ts';
import { record } from '../support/store/store-fixtures.ts';

const lists = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const groups = (depth: number): unknown =>
  JSON.parse('{"all":['.repeat(depth) + ']}'.repeat(depth));

const readers: [string, (depth: number) => unknown, unknown][] = [
  ['a view', (depth) => parseView(groups(depth)), expect.objectContaining({ ok: false })],
  [
    'columns of a view',
    (depth) => parseView({ of: 'people', columns: lists(depth) }),
    expect.objectContaining({ ok: false }),
  ],
  [
    'a part of a saved view',
    (depth) =>
      describePart('conditions', groups(depth) as never, 'people', {
        kinds,
        nameOf: () => undefined,
      }),
    undefined,
  ],
  [
    'a message of a teammate',
    (depth) => parseMessage({ t: 'sums', sums: { people: lists(depth) } }),
    undefined,
  ],
  [
    'records of a teammate',
    (depth) => parseItems([lists(depth), { c: 'people', id: 'x', row: lists(depth) }]).known,
    [],
  ],
  ['what is signed', (depth) => canonicalJson(lists(depth)), undefined],
  ['a value of a record', (depth) => isPlain(lists(depth), 12), false],
  [
    'fields of a record',
    (depth) => isWithinLimits({ fields: { odd: lists(depth) as never }, sets: {}, note: '' }),
    false,
  ],
  [
    'sets of a record in a page',
    (depth) =>
      readable(
        record('x', { sets: { tags: [{ id: 'a', value: 'a', odd: lists(depth) }] as never } }),
      ).sets,
    { tags: [] },
  ],
  [
    'a list of feeds',
    (depth) =>
      readOpml(
        `<opml><body>${'<outline text="a">'.repeat(depth)}${'</outline>'.repeat(depth)}</body></opml>`,
      ),
    expect.objectContaining({ ok: false }),
  ],
  ['words of a post', (depth) => wordsOf('<b>'.repeat(depth), 100), ''],
];

test.each(readers)('%s nested 3,000 and 100,000 deep is refused', (_, read, expected) => {
  for (const depth of [3_000, 100_000]) expect(read(depth)).toEqual(expected);
});
