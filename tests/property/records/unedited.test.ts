// What nobody edits (posts, how it stands with feeds, proposals) is made one from two rows
// in the same way on every laptop, in whatever order they hear of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { RecordRow } from '../../../src-shared/domain/kind.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { testRuns } from '../../support/seeded.ts';

const small = fc.integer({ min: 0, max: 4 });
const origin = fc
  .record({ at: small, device: fc.constantFrom('a', 'b') })
  .map(({ at, device }) => ({
    at,
    device,
    by: device,
    source: { type: 'feed' as const, feed: 'https://a.example/feed' },
  }));
/** The words say everything about a version but when it was seen. */
const version = fc
  .record({ seenAt: small, words: fc.constantFrom('x', 'y', 'z') })
  .map(({ seenAt, words }) => ({
    seenAt,
    words,
    title: `title ${words}`,
    note: `note ${words}`,
  }));
const post = fc
  .record({ origin, current: version, before: fc.option(version, { nil: undefined }) })
  .map(({ origin: made, current: { note, ...current }, before }): RecordRow => {
    const isOlder =
      before !== undefined && before.words !== current.words && before.seenAt < current.seenAt;
    return {
      createdAt: made.at,
      origin: made,
      // Whoever makes the same post gives it the same fields, but for the origin.
      fields: {
        owner: 'ada',
        link: 'https://a.example/1',
        ...current,
        ...(isOlder ? { earlier: [before] } : {}),
      },
      sets: {},
      note,
    };
  });
const said = fc
  .record({ origin, said: small, holder: fc.constantFrom('a', 'b') })
  .map(({ origin: made, said: at, holder }): RecordRow => ({
    createdAt: made.at,
    origin: made,
    fields: { owner: 'ada', url: 'https://a.example/feed', said: at, holder },
    sets: {},
    note: '',
  }));

test.each([
  ['post', post],
  ['feed-state', said],
  ['proposal', said],
] as const)('%s: the order of hearing does not matter', (kind, rows) => {
  const join = kinds.get(kind)?.combine;
  if (join === undefined) throw new Error(`${kind} cannot be combined`);
  const same = (a: RecordRow, b: RecordRow): void => expect(sorted(a)).toEqual(sorted(b));
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      same(join(a, b), join(b, a));
      same(join(join(a, b), c), join(a, join(b, c)));
      same(join(join(a, b), b), join(a, b));
    }),
    { numRuns: testRuns(2_000) },
  );
});

/** Fields are put in order when a row is stored. */
const sorted = ({ fields, ...rest }: RecordRow): unknown => ({
  ...rest,
  fields: Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))),
});
