// What the filter menu offers: the fields of people by type, what other records say of
// them, and one hop to their roles and organisations. Read from the kind's declaration.

import type { JsonValue } from '../../../../src-shared/domain/record.ts';
import type { Kinds } from '../../../../src-shared/domain/kinds.ts';
import { person } from '../../../../src-shared/domain/person.ts';
import type { AnyField, FieldTypeName } from '../../../../src-shared/fields/field.ts';
import type { Operator } from '../../../../src-shared/fields/operators.ts';
import { referenceWords } from '../../../../src-shared/query/field-words.ts';
import {
  operatorsOf,
  type Place,
  resolveReference,
  typeOf,
} from '../../../../src-shared/query/places.ts';
import { say, sayIfKnown } from '../../../../src-shared/words/say.ts';
import type { LinkedOf, ViewCondition } from '../../../../src-shared/query/view.ts';
import { compareWords } from '../../../words/in-language.ts';
import { shapeOf, valueOfArg } from './filter-shapes.ts';

/** Asked for most: before all others. */
const often = ['tag', 'bucket', 'lastContact.at', 'org.name', 'role.title', 'org.industry'];
const rest = [
  'lastContact.kind',
  'lastContact.by',
  'lastContact.direction',
  'addresses.city',
  'addresses.region',
  'addresses.postalCode',
  'addresses.country',
  'nextDue',
  'promises.ours',
  'promises.theirs',
  'posts.unread',
  'name',
  'note',
  'createdAt',
  'changedAt',
  'createdFrom',
  'createdBy',
  'scope',
  'org.addresses.city',
  'org.addresses.country',
  'org.tags',
];

const typesOffered: ReadonlySet<FieldTypeName> = new Set<FieldTypeName>([
  'text',
  'long-text',
  'number',
  'day',
  'time',
  'yes-no',
  'choice',
  'choices',
  'money',
  'links',
  'email',
  'phone',
  'address',
  'handle',
  'person-name',
  'rating',
]);

export type Offered = { field: string; place: Place; label: string };
/** A condition while it is put together. */
export type Draft = { offered: Offered; op: Operator; value: JsonValue; of?: LinkedOf | undefined };

/** One hop: of their roles, and of the organisations these are with. */
const overLinks = [
  ...['department', 'start', 'until', 'expects', 'stance'].map((name) => `role.${name}`),
  ...['description', 'emails', 'phones', 'addresses', 'links'].map((name) => `org.${name}`),
];

/** Words are those of the moment it is called. */
export function offeredFields(kinds: Kinds): Offered[] {
  const declared = [...person.fieldNames, ...Object.keys(person.sets)].filter(
    (name) => name !== 'tags' && name !== 'buckets' && sayIfKnown(`field.person.${name}`),
  );
  const ownOf = (kind: string): string[] =>
    Object.entries<AnyField>(kinds.get(kind)?.fields ?? {})
      .filter(([, field]) => field.own?.isRetired === false)
      .map(([name]) => name);
  const own = [
    ...ownOf('person'),
    ...overLinks,
    ...ownOf('tie').map((name) => `role.${name}`),
    ...ownOf('organisation').map((name) => `org.${name}`),
  ];
  const offer = (field: string): Offered[] => offered(kinds, field);
  const others = [...rest, ...declared, ...own].flatMap(offer);
  return [...often.flatMap(offer), ...others.sort((a, b) => compareWords(a.label, b.label))];
}

function offered(kinds: Kinds, field: string): Offered[] {
  const place = resolveReference(kinds, 'people', field)?.place;
  if (place === undefined || !typesOffered.has(typeOf(place))) return [];
  if (operatorsOf(place).length === 0) return [];
  return [{ field, place, label: referenceWords(kinds, 'people', field) }];
}

/** A condition as the form begins with it; undefined for one that it cannot ask for. */
export function draftFrom(
  kinds: Kinds,
  { field, op, arg = null, of }: ViewCondition,
): Draft | undefined {
  const [found] = offered(kinds, field);
  const known = found && operatorsOf(found.place).find((one) => one === op);
  if (found === undefined || known === undefined) return undefined;
  const value = valueOfArg(shapeOf(found.place, known), arg);
  return value === undefined ? undefined : { offered: found, op: known, value, of };
}

/** As in "Last contact was more than … ago". */
export const operatorWords = ({ field, label }: Offered, op: Operator): string =>
  sayIfKnown(`query.${field}.${op}`, { value: '…' }) ??
  say(`query.op.${op}`, { field: label, value: '…' });

/** What one asks of such a field first. */
export function firstOperator(place: Place): Operator {
  const operators = operatorsOf(place);
  const type = typeOf(place);
  const liked: Operator =
    type === 'time' ? 'moreThanAgo' : type === 'day' ? 'anniversaryWithin' : 'contains';
  return operators.find((one) => one === liked) ?? operators[0] ?? 'isNotEmpty';
}
