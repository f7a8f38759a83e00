// Smart buckets: who is in one is said by a question, over other buckets, too, and never in a circle.

import { describe, expect, it } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { OwnField } from '../../../src-shared/domain/own-field.ts';
import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { noFacts } from '../../../src-shared/query/facts.ts';
import { matches, type MatchContext } from '../../../src-shared/query/matches.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import { circleThrough, smartBucketsOf } from '../../../src-shared/query/smart.ts';
import type { View, ViewNode } from '../../../src-shared/query/view.ts';
import { recordOf } from '../../support/store/sample-records.ts';

const tagged = (tag: string): ViewNode => ({ field: 'tag', op: 'hasAnyOf', arg: [tag] });
const inAny = (...ids: string[]): ViewNode => ({ field: 'bucket', op: 'hasAnyOf', arg: ids });
const inNone = (...ids: string[]): ViewNode => ({ field: 'bucket', op: 'hasNoneOf', arg: ids });
const inAll = (...ids: string[]): ViewNode => ({ field: 'bucket', op: 'hasAllOf', arg: ids });

const bucketOf = (id: string, smart: ViewNode): RecordDoc =>
  recordOf({ id, kind: 'bucket', fields: { name: id, smart: smart as never } });

const contextOf = (...buckets: RecordDoc[]): MatchContext => ({
  now: Date.UTC(2026, 2, 12),
  zone: 'UTC',
  weekStart: 1,
  kinds,
  smart: smartBucketsOf(buckets),
  links: { get: () => undefined, byKey: () => [] },
});

const viewOf = (conditions: ViewNode): View => ({
  of: 'people',
  conditions,
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'table',
});

const people = [
  recordOf({ id: 'ana', kind: 'person', sets: { tags: [{ value: 'vip' }] } }),
  recordOf({
    id: 'bob',
    kind: 'person',
    sets: { tags: [{ value: 'press' }], buckets: [{ value: 'hand' }] },
  }),
  recordOf({ id: 'carol', kind: 'person' }),
];

const found = (conditions: ViewNode, context: MatchContext): string[] =>
  people.filter((doc) => matches(viewOf(conditions), doc, noFacts, context)).map(({ id }) => id);

describe('a smart bucket', () => {
  const vips = bucketOf('vips', tagged('vip'));
  const known = bucketOf('known', { any: [inAny('vips'), tagged('press')] });
  const context = contextOf(vips, known);

  it('holds whom it asks for, also over another', () => {
    expect(found(inAny('vips'), context)).toEqual(['ana']);
    expect(found(inAny('known'), context)).toEqual(['ana', 'bob']);
    expect(found(inAny('vips', 'hand'), context)).toEqual(['ana', 'bob']);
    expect(found(inNone('known'), context)).toEqual(['carol']);
    expect(found(inAll('known', 'hand'), context)).toEqual(['bob']);
  });

  it('holds nobody whom it does not ask for, though they carry it', () => {
    expect(found(inAny('hand'), contextOf(bucketOf('hand', tagged('vip'))))).toEqual(['ana']);
  });

  it('holds nobody where it is of a version that cannot be read', () => {
    const strange = bucketOf('strange', { field: 3 } as never);
    expect(found(inAny('strange'), contextOf(strange))).toEqual([]);
  });
});

describe('a smart bucket that asks for a field of one’s own', () => {
  const level = (more: Partial<OwnField> = {}): OwnField => ({
    id: 'level',
    label: 'Level',
    kind: 'person',
    type: 'text',
    currency: 'EUR',
    help: '',
    isNewer: false,
    isRetired: false,
    isPrivate: false,
    options: [],
    ...more,
  });
  const gold = { field: 'x:level', op: 'is', arg: 'gold' } as const;
  const bucket = bucketOf('best', { all: [gold, tagged('vip')] });
  const either = bucketOf('either', { any: [inAny('best'), tagged('press')] });
  const both = (field: string) => [
    recordOf({
      id: 'ana',
      kind: 'person',
      fields: { [field]: 'gold' },
      sets: { tags: [{ value: 'vip' }] },
    }),
    recordOf({ id: 'bob', kind: 'person', sets: { tags: [{ value: 'vip' }, { value: 'press' }] } }),
  ];
  const inIt = (conditions: ViewNode, own: OwnField[], field = 'x:level') => {
    const context = { ...contextOf(bucket, either), kinds: kindsWith(kinds, own) };
    return {
      ids: both(field)
        .filter((doc) => matches(viewOf(conditions), doc, noFacts, context))
        .map(({ id }) => id),
      why: prepareView(viewOf(conditions), context).marks.map((mark) => mark.why),
    };
  };

  it('holds the same people when the field is put away, and says so', () => {
    expect(inIt(inAny('best'), [level()])).toEqual({ ids: ['ana'], why: [] });
    const away = inIt(inAny('best'), [level({ isRetired: true })]);
    expect(away).toEqual({ ids: ['ana'], why: ['retired-field'] });
  });

  it('holds nobody when the field is gone or holds something else, and never everybody', () => {
    expect(inIt(inAny('best'), [])).toEqual({ ids: [], why: ['unknown-field'] });
    const other = inIt(inAny('best'), [level({ type: 'choices' })]);
    expect(other).toEqual({ ids: [], why: ['other-type'] });
    expect(inIt(inAny('either'), [])).toEqual({ ids: ['bob'], why: ['unknown-field'] });
  });

  it('and a view ask for the field that it was joined into', () => {
    const joined = level({ isRetired: true, joinedInto: 'rank' });
    const rank = level({ id: 'rank', label: 'Rank' });
    const all = [joined, rank];
    expect(inIt(inAny('best'), all, 'x:rank')).toEqual({ ids: ['ana'], why: [] });
    expect(inIt(gold, all, 'x:rank')).toEqual({ ids: ['ana'], why: [] });
    // Joined in turn; round about; brought back.
    const further = [
      joined,
      { ...rank, isRetired: true, joinedInto: 'third' },
      level({ id: 'third' }),
    ];
    expect(inIt(gold, further, 'x:third').ids).toEqual(['ana']);
    const round = [joined, { ...rank, isRetired: true, joinedInto: 'level' }];
    expect(inIt(gold, round).why).toEqual(['unknown-field']);
    expect(inIt(gold, [level(), rank]).ids).toEqual(['ana']);
  });
});

describe('smart buckets in a circle', () => {
  const one = bucketOf('one', { any: [inAny('two'), inNone('two')] });
  const two = bucketOf('two', { all: [inAny('one')] });
  const context = contextOf(one, two);

  it('are empty and say so', () => {
    expect(found(inAny('two'), context)).toEqual(people.map(({ id }) => id));
    const { marks } = prepareView(viewOf(inAny('two')), context);
    expect(marks.map(({ why }) => why)).toContain('circular');
    const own = contextOf(bucketOf('own', inAny('own')));
    expect(found(inAny('own'), own)).toEqual([]);
  });

  it('are found before they are made', () => {
    const smart = smartBucketsOf([one, two]);
    expect(circleThrough('new', inAny('one'), smart)).toBeUndefined();
    expect(circleThrough('two', inAny('one'), smart)).toEqual(['two', 'one']);
    expect(circleThrough('one', { none: [inAny('one')] }, smart)).toEqual(['one']);
  });

  it('and very many that ask for each other are answered at once', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      bucketOf(`b${at}`, inAny(...Array.from({ length: 60 }, (__, to) => `b${to}`))),
    );
    expect(found(inAny('b0'), contextOf(...many))).toEqual([]);
    expect(circleThrough('b0', inAny('b1'), smartBucketsOf(many))).toBeDefined();
  });
});
