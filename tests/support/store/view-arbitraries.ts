// Random small books and random views over them. Fields, operators and arguments come
// from the kinds' own declarations and from small pools, so that views hit.

import fc from 'fast-check';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import { kinds as declared } from '../../../src-shared/domain/kinds.ts';
import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import { type OwnField, ownFieldTypes } from '../../../src-shared/domain/own-field.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import type { JsonValue, RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import type { FieldTypeName } from '../../../src-shared/fields/field.ts';
import { operatorsOf, resolveReference, typeOf } from '../../../src-shared/query/places.ts';
import type { View, ViewCollection, ViewNode } from '../../../src-shared/query/view.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';

const option = (code: string, label: string, isRetired = false) => ({
  id: code,
  code,
  label,
  isRetired,
});

/** A field of every type for people, and some that are put away or of a newer version. */
const ownFields: OwnField[] = [
  ...ownFieldTypes.map((type): [string, Partial<OwnField>] => [type, { type }]),
  ['away', { type: 'number', isRetired: true }],
  ['newer', { type: 'text', isNewer: true }],
  ['elsewhere', { type: 'money', kind: 'organisation' }],
].map(([id, traits]) => ({
  id: id as string,
  label: `Own ${id as string}`,
  kind: 'person',
  type: 'text',
  isNewer: false,
  currency: 'EUR',
  help: '',
  isRetired: false,
  isPrivate: false,
  options: [option('gold', 'Gold'), option('in', "O'Neil"), option('old', 'ada', true)],
  ...(traits as Partial<OwnField>),
}));

/** All kinds, with fields that the team defined. */
export const kinds = kindsWith(declared, ownFields);
const ownKeys = ownFields.map(({ id }) => teamKey(id));

export const day = 86_400_000;
/** A Thursday. */
export const now = Date.UTC(2026, 2, 12, 9, 30);

const words = [
  '',
  'Ada',
  'ada',
  'Ádá',
  'Grace Hopper',
  'hop',
  'Ω',
  '\u{1F600} x',
  "O'Neil",
  '%_',
  ' a  b ',
];
const days = [
  '2026-03-12',
  '2026-03-01',
  '2026-03',
  '2026',
  '2025-12-31',
  '2025-11',
  '--03-14',
  '--02-29',
  '1984-02-29',
  '1980-03-20',
  'about May',
  '2026-04-11',
];
const times = [
  now,
  now - day,
  now - 91 * day,
  now - 90 * day,
  now + 5 * day,
  Date.UTC(2026, 2, 29, 0, 30),
];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'];
const ids = {
  people: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
  groups: ['g0', 'g1', 'g2', 'g3'],
  ties: ['t0', 't1', 't2', 't3', 't4'],
  moments: ['m0', 'm1', 'm2', 'm3'],
};
type Held = keyof typeof ids;
const everyId = [...ids.people, ...ids.groups, 'nobody'];

const word = fc.constantFrom(...words);
const tag = fc.constantFrom('vip', 'VIP', ' vip ', 'Ärzte', 'ärzte', 'b2b');

function valueOf(type: FieldTypeName): fc.Arbitrary<JsonValue> {
  switch (type) {
    case 'day':
      return fc.constantFrom(...days);
    case 'time':
      return fc.constantFrom(...times);
    case 'number':
      return fc.oneof(
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom('1.5', '-0.1', '007', 'x', 0.1),
      );
    case 'links':
      return fc.array(fc.constantFrom(...everyId), { maxLength: 3 });
    case 'link':
      return fc.constantFrom(...everyId);
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom('in', 'out', 'call', 'note', 'role', 'other');
    default:
      return word;
  }
}

const money = fc.record({
  amount: fc.constantFrom('1.50', '-3', 'x'),
  currency: fc.constantFrom('EUR', 'USD', 'eur'),
}) as fc.Arbitrary<JsonValue>;

/** What may lie under the key of a field whose type has changed. */
const ownValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom(
    'gold',
    'Gold',
    'old',
    'gold; in',
    'yes',
    '3',
    '12.5',
    'a@b.example',
    '+4930123456',
  ),
  fc.constantFrom(...days),
  fc.constantFrom(...times, 4, -1),
  fc.constantFrom('00000000-0000-7000-8000-000000000001', 'EUR 12', null, [1]),
  word,
  fc.boolean(),
  money,
);

const kindsOf = (collection: Held): Kind[] =>
  [...kinds.values()].filter((kind) => kind.collection === collection);

const contextOf = (at: number) => ({
  now: () => at,
  newId: () => 'unused' as never,
  userName: at % 2 === 0 ? 'Ana' : 'Ben',
  device: 'd',
  yjsClientId: 7,
  hash: (text: string) => text,
});

function recordOf(collection: Held, id: string): fc.Arbitrary<RecordDoc> {
  return fc.constantFrom(...kindsOf(collection)).chain((kind) => {
    const fields = Object.entries(kind.fields).map(([name, { type }]) => {
      if (ownKeys.includes(name)) return [name, ownValue] as const;
      const often = name === 'type' ? fc.constantFrom('role', 'role', 'colleague') : valueOf(type);
      return [name, often] as const;
    });
    const sets = Object.entries(kind.sets).map(([name, { type, link }]) => {
      const value =
        link !== undefined
          ? fc.constantFrom(...ids.groups)
          : type === 'day'
            ? fc.constantFrom(...days)
            : type === 'choices'
              ? tag
              : word;
      const item =
        name === 'addresses'
          ? fc.record({ value, more: fc.record({ city: word }, { requiredKeys: [] }) })
          : value.map((text): Omit<SetItem, 'id'> => ({ value: text }));
      return [name, fc.array(item, { maxLength: 3 })] as const;
    });
    const ownSets = ownKeys.map((name) => {
      const value = fc.constantFrom('gold', 'old', 'in', 'none', '7', ...everyId);
      const item = value.map((text): Omit<SetItem, 'id'> => ({ value: text }));
      return [name, fc.array(item, { maxLength: 2 })] as const;
    });
    return fc
      .record({
        fields: fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
        sets: fc.record(Object.fromEntries([...sets, ...ownSets]), { requiredKeys: [] }),
        note: word,
        at: fc.constantFrom(...times),
        status: fc.constantFrom('live', 'live', 'live', 'live', 'trashed', 'merged'),
        scope: fc.constantFrom('team', 'private'),
      })
      .map(({ fields: own, sets: someSets, note, at, status, scope }) => {
        const made = makeRecord(
          {
            id: id as never,
            kind: kind.kind,
            fields: own as RecordDoc['fields'],
            sets: someSets as RecordDoc['sets'],
            note,
            scope: scope as RecordDoc['scope'],
          },
          contextOf(at),
        );
        return { ...made, status: status as RecordDoc['status'] };
      });
  });
}

export type SmallBook = { [collection in Held]: RecordDoc[] };

const some = (collection: Held): fc.Arbitrary<RecordDoc[]> =>
  fc
    .subarray(ids[collection])
    .chain((chosen) => fc.tuple(...chosen.map((id) => recordOf(collection, id))));

export const bookOf: fc.Arbitrary<SmallBook> = fc.record({
  people: some('people'),
  groups: some('groups'),
  ties: some('ties'),
  moments: some('moments'),
});

const members = [
  'name',
  'kind',
  'scope',
  'note',
  'createdAt',
  'changedAt',
  'createdBy',
  'createdFrom',
];
const facts = [
  'lastContact.at',
  'lastContact.by',
  'lastContact.kind',
  'lastContact.direction',
  'promises.ours',
  'posts.unread',
  'nextDue',
  'people.count',
];

const parts = ['addresses.city', 'addresses.country'];

/** What a view may name, and some that it may not. */
function referencesOf(of: ViewCollection): string[] {
  const named = (collection: string): string[] =>
    [...kinds.values()]
      .filter((kind) => kind.collection === collection)
      .flatMap((kind) => [...Object.keys(kind.fields), ...Object.keys(kind.sets)]);
  const direct = [...members, ...facts, ...named(of), 'tag', 'bucket', ...parts, 'x:unknown'];
  const hops = [
    ...['role', 'from', 'to'].map(
      (hop) => [hop, [...members, ...named('ties'), ...named('people')]] as const,
    ),
    ...['org', 'bucket', 'buckets'].map(
      (hop) => [hop, [...members, ...named('groups'), ...parts]] as const,
    ),
    ['people', [...members, ...named('people')]] as const,
  ];
  const over = hops.flatMap(([hop, names]) => names.map((name) => `${hop}.${name}`));
  const known = [...new Set([...direct, ...over])];
  const found = known.filter((name) => resolveReference(kinds, of, name) !== undefined);
  // A hop has many names: the record's own are asked as often.
  const own = found.filter((name) => !name.includes('.') || facts.includes(name));
  return [...own, ...own, ...found, 'x:unknown'];
}

const unit = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
const few = fc.constantFrom(0, 1, 7, 30, 90, 400);
const fullDay = fc.constantFrom(...days.filter((one) => /^\d{4}-\d\d-\d\d$/.test(one)));
const point = fc.oneof(
  fc.constantFrom('today', 'yesterday', 'tomorrow'),
  fullDay,
  fc.record({ ago: few, unit }),
  fc.record({ ahead: few, unit }),
);
const span = fc.oneof(
  unit.map((one) => ({ this: one })),
  unit.map((one) => ({ last: one })),
  unit.map((one) => ({ next: one })),
  fc.record({ past: few, unit }),
  fc.record({ coming: few, unit }),
  fc.record({ from: fullDay, to: fullDay }),
);

function argumentOf(op: string, type: FieldTypeName): fc.Arbitrary<JsonValue> {
  if (/empty|isyes|isno$/i.test(op)) return fc.constant(null);
  if (/(?:any|all|none)of$|isexactly/i.test(op)) {
    const one =
      type === 'links' || type === 'link'
        ? fc.constantFrom(...everyId)
        : fc.oneof(
            tag,
            word,
            valueOf(type).filter((value) => typeof value === 'string'),
          );
    return fc.oneof(fc.array(one, { maxLength: 3 }), one) as fc.Arbitrary<JsonValue>;
  }
  if (['within', 'notWithin'].includes(op)) return span as fc.Arbitrary<JsonValue>;
  if (op === 'anniversaryWithin')
    return fc.oneof(span, fc.record({ count: few, unit })) as fc.Arbitrary<JsonValue>;
  if (op.startsWith('moreThan')) return fc.record({ count: few, unit });
  if (/^(?:on|notOn|before|after|onOr\w+)$/.test(op)) return point as fc.Arbitrary<JsonValue>;
  if (/equals|above|below|at(?:Least|Most)/i.test(op))
    return fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom('1.5', '-0.1'));
  return fc.oneof(word, fc.constantFrom('a', 'HOP', 'ha'));
}

const conditionOf = (of: ViewCollection): fc.Arbitrary<ViewNode> =>
  fc.constantFrom(...referencesOf(of)).chain((field): fc.Arbitrary<ViewNode> => {
    const found = resolveReference(kinds, of, field);
    const ops = found === undefined ? ['is'] : operatorsOf(found.place);
    const type = found === undefined ? 'text' : typeOf(found.place);
    return fc.constantFrom(...(ops.length === 0 ? ['is'] : ops)).chain((op) =>
      fc.record(
        {
          field: fc.constant(field),
          op: fc.constant(op as string),
          arg: argumentOf(op, type),
          of: fc.constantFrom('any' as const, 'all' as const, 'none' as const),
        },
        { requiredKeys: ['field', 'op', 'arg'] },
      ),
    );
  });

const treeOf = (of: ViewCollection): fc.Arbitrary<ViewNode> =>
  fc.letrec<{ node: ViewNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: conditionOf(of) },
      fc.array(tie('node'), { maxLength: 3 }).map((all): ViewNode => ({ all })),
      fc.array(tie('node'), { maxLength: 3 }).map((any): ViewNode => ({ any })),
      fc.array(tie('node'), { maxLength: 2 }).map((none): ViewNode => ({ none })),
    ),
  })).node;

export const viewOf = (of: Held): fc.Arbitrary<View> => {
  const field = fc.constantFrom(...referencesOf(of));
  return fc.record({
    of: fc.constant(of),
    conditions: treeOf(of),
    sorts: fc.array(fc.record({ field, order: fc.constantFrom('asc' as const, 'desc' as const) }), {
      maxLength: 2,
    }),
    groupBy: fc.array(
      fc.record(
        { field, by: fc.constantFrom('letter', 'day', 'week', 'month', 'quarter', 'year') },
        { requiredKeys: ['field'] },
      ),
      { maxLength: 2 },
    ) as fc.Arbitrary<View['groupBy']>,
    columns: fc.array(fc.record({ field }), { maxLength: 1 }),
    layout: fc.constant('table'),
  });
};

export const heldCollections: readonly Held[] = ['people', 'groups', 'ties', 'moments'];

export const whenOf = fc.record({
  zone: fc.constantFrom(...zones),
  weekStart: fc.constantFrom(1 as const, 6 as const, 7 as const),
  now: fc.constantFrom(now, now + 14 * 3_600_000, Date.UTC(2026, 1, 28, 23, 30)),
});
