// What a view means, by example: words for days, nothing known, links, and what a newer
// version wrote.

import { describe, expect, it } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { OwnField } from '../../../src-shared/domain/own-field.ts';
import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Facts, noFacts } from '../../../src-shared/query/facts.ts';
import { matches, type MatchContext } from '../../../src-shared/query/matches.ts';
import { groupedAsKnown } from '../../../src-shared/query/marks.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import { parseView, type View } from '../../../src-shared/query/view.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';

/** Thursday, 12 March 2026, 23:30 in Berlin. */
const now = Date.UTC(2026, 2, 12, 22, 30);

function recordOf(record: NewRecord, at = now): RecordDoc {
  return makeRecord(record, {
    now: () => at,
    newId: () => 'made' as never,
    userName: 'Ana',
    device: 'd',
    yjsClientId: 7,
    hash: (text) => text,
  });
}

const acme = recordOf({
  id: 'acme' as never,
  kind: 'organisation',
  fields: { name: 'Acme', industry: 'Steel' },
});
const jane = recordOf({
  id: 'jane' as never,
  kind: 'person',
  fields: { given: 'Jane', family: 'Röe', birthday: '1984-02-29' },
  sets: { tags: [{ value: 'VIP' }], emails: [{ value: 'jane@acme.example' }] },
});
const role = recordOf({
  kind: 'tie',
  fields: { type: 'role', from: 'jane', to: 'acme', title: 'Buyer', until: '2026-03' },
});
const ended = recordOf({
  kind: 'tie',
  fields: { type: 'role', from: 'jane', to: 'acme', title: 'Trainee', until: '2025' },
});

const context: MatchContext = {
  now,
  zone: 'Europe/Berlin',
  weekStart: 1,
  kinds,
  links: {
    get: (_, id) => (id === 'acme' ? acme : undefined),
    byKey: (collection) => (collection === 'ties' ? [role, ended] : []),
  },
};

function viewOf(raw: unknown): View {
  const view = parseView(raw);
  if (!view.ok) throw new Error(JSON.stringify(view.error));
  return view.value;
}
const isIn = (raw: unknown, doc: RecordDoc = jane, facts: Facts = noFacts): boolean =>
  matches(viewOf(raw), doc, facts, context);

describe('a condition', () => {
  it.each([
    [{ field: 'name', op: 'contains', arg: 'ROE' }, true],
    [{ field: 'given', op: 'isNot', arg: 'jane' }, false],
    [{ field: 'middle', op: 'isNot', arg: 'x' }, true],
    [{ field: 'middle', op: 'isEmpty' }, true],
    [{ field: 'tag', op: 'hasAllOf', arg: ['vip'] }, true],
    [{ field: 'tags', op: 'isExactly', arg: ['vip', 'b2b'] }, false],
    [{ field: 'emails', op: 'contains', arg: '@acme' }, true],
    [{ field: 'createdAt', op: 'within', arg: { this: 'week' } }, true],
    [{ field: 'createdAt', op: 'on', arg: '2026-03-12' }, true],
    [{ field: 'kind', op: 'isAnyOf', arg: 'person' }, true],
  ])('%j is %s of her', (condition, expected) => {
    expect(isIn(condition)).toBe(expected);
  });

  it('holds a birthday on 29 February for the 28th where there is none', () => {
    const window = (from: string, to: string) =>
      isIn({ field: 'birthday', op: 'anniversaryWithin', arg: { from, to } });
    expect(window('2026-02-28', '2026-02-28')).toBe(true);
    expect(window('2028-02-28', '2028-02-28')).toBe(false);
    expect(window('2025-12-20', '2026-01-05')).toBe(false);
    expect(window('2027-12-20', '2028-03-05')).toBe(true);
  });

  it('keeps "never" apart from long ago', () => {
    const longAgo = { field: 'lastContact.at', op: 'moreThanAgo', arg: { count: 90, unit: 'day' } };
    const never = { field: 'lastContact.at', op: 'isEmpty' };
    const contact = { moment: 'm', kind: 'call', direction: 'out', by: 'Ana' } as const;
    const spoken = (day: string): Facts => ({
      ...noFacts,
      lastContact: { ...contact, at: Date.parse(`${day}T12:00:00Z`) },
    });
    expect([isIn(longAgo), isIn(never)]).toEqual([false, true]);
    expect(isIn(longAgo, jane, spoken('2025-12-11'))).toBe(true);
    expect(isIn(longAgo, jane, spoken('2025-12-12'))).toBe(false);
  });

  it('looks over a link at current roles only', () => {
    expect(isIn({ field: 'role.title', op: 'is', arg: 'buyer' })).toBe(true);
    expect(isIn({ field: 'role.title', op: 'is', arg: 'trainee' })).toBe(false);
    expect(isIn({ field: 'org.industry', op: 'is', arg: 'steel' })).toBe(true);
    expect(isIn({ field: 'org.industry', op: 'isNot', arg: 'steel', of: 'all' })).toBe(false);
    expect(isIn({ field: 'org.industry', op: 'is', arg: 'glass', of: 'none' })).toBe(true);
  });
});

describe('a view', () => {
  it('is refused with the part that is wrong', () => {
    expect(parseView({ any: [{ field: 'name' }] })).toMatchObject({
      ok: false,
      error: { code: 'not-a-view' },
    });
    expect(parseView({ of: 'cars' })).toMatchObject({ error: { detail: { where: 'of' } } });
    let deep: unknown = { all: [] };
    for (let at = 0; at < 5_000; at += 1) deep = { all: [deep] };
    expect(parseView(deep)).toMatchObject({ error: { code: 'not-a-view' } });
  });

  it('leaves out what it does not know, and says so', () => {
    const view = viewOf({
      any: [
        { field: 'x:budget', op: 'above', arg: 5 },
        { field: 'given', op: 'soundsLike', arg: 'Jayne' },
        { field: 'birthday', op: 'before', arg: 'soon' },
        { field: 'given', op: 'is', arg: 'Grace' },
      ],
    });
    expect(prepareView(view, context).marks.map(({ why }) => why)).toEqual([
      'unknown-field',
      'unknown-operator',
      'bad-argument',
    ]);
    expect(isIn(view)).toBe(false);
    expect(isIn({ any: [{ field: 'x:budget', op: 'above', arg: 5 }] })).toBe(true);
  });

  const level = (type: OwnField['type'], more: Partial<OwnField> = {}) => {
    const base = { id: 'level', label: 'Level', kind: 'person', currency: 'EUR', help: '' };
    const field = {
      ...base,
      type,
      isNewer: false,
      isRetired: false,
      isPrivate: false,
      options: [],
      ...more,
    };
    return { ...context, kinds: kindsWith(kinds, [field]) };
  };
  const above = viewOf({ all: [{ field: 'x:level', op: 'above', arg: '5' }] });

  it.each<[string, MatchContext, string[]]>([
    ['as it was', level('number'), []],
    ['of another type', level('text'), ['other-type']],
    ['of a type that asks otherwise', level('choice'), ['other-type']],
    ['put away', level('number', { isRetired: true }), ['unknown-field']],
    ['of another kind of record', level('number', { kind: 'tie' }), ['unknown-field']],
    ['gone', context, ['unknown-field']],
  ])('that asks for a field that is %s', (_, where, why) => {
    const prepared = prepareView(above, where);
    expect(prepared.marks.map((mark) => mark.why)).toEqual(why);
    const asked = matches(above, jane, noFacts, where);
    expect(asked).toBe(why.length > 0);
  });

  it('that asks for what a field of the team takes no more, and for what nobody knows yet', () => {
    const view = viewOf({
      all: [
        { field: 'x:level', op: 'is', arg: { not: 'a number' } },
        { field: 'x:level', op: 'soundsLike', arg: '5' },
      ],
    });
    expect(prepareView(view, level('number')).marks.map(({ why }) => why)).toEqual([
      'other-type',
      'unknown-operator',
    ]);
  });

  it('that is sorted and grouped by a field that is gone', () => {
    const view = { ...above, sorts: [{ field: 'x:level', order: 'asc' as const }] };
    const prepared = prepareView({ ...view, groupBy: [{ field: 'x:level' }] }, context);
    expect([prepared.sorts, prepared.groups]).toEqual([[], []]);
    expect(prepared.marks.map(({ at }) => at)).toEqual([
      'conditions.all.0',
      'sorts.0',
      'groupBy.0',
    ]);
  });

  it.each([
    [[], []],
    [['x:level'], []],
    [['x:level', 'tag'], ['tag']],
    [['tag', 'x:level'], ['tag']],
    [
      ['tag', 'org.industry'],
      ['tag', 'org.industry'],
    ],
  ])('that is grouped by %j stands in groups by %j', (asked, known) => {
    const view = { ...above, groupBy: asked.map((field) => ({ field })) };
    for (const where of [context, level('number', { isRetired: true })]) {
      const { marks, groups } = prepareView(view, where);
      expect(groupedAsKnown(view, marks).groupBy).toEqual(known.map((field) => ({ field })));
      expect(groups).toHaveLength(known.length);
    }
  });
});
