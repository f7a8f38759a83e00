// What the filter menu offers of a list: the fields of its kind by type, what other records
// say of it, and one hop over links. Read from the kind's declaration.

import type { JsonValue } from '../../src-shared/domain/record.ts';
import type { Kinds } from '../../src-shared/domain/kinds.ts';
import type { AnyField, FieldTypeName } from '../../src-shared/fields/field.ts';
import type { Operator } from '../../src-shared/fields/operators.ts';
import { referenceWords } from '../../src-shared/query/field-words.ts';
import {
  operatorsOf,
  type Place,
  resolveReference,
  typeOf,
} from '../../src-shared/query/places.ts';
import { say, sayIfKnown } from '../../src-shared/words/say.ts';
import type { LinkedOf, ViewCondition } from '../../src-shared/query/view.ts';
import { compareWords } from '../words/in-language.ts';
import { shapeOf, valueOfArg } from './filter-shapes.ts';
import type { ListKind } from './list-kind.ts';

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

/** Words are those of the moment it is called. */
export function offeredFields(kinds: Kinds, { of, kind, fields }: ListKind): Offered[] {
  const known = kinds.get(kind);
  const declared = [...(known?.fieldNames ?? []), ...Object.keys(known?.sets ?? {})].filter(
    (name) => name !== 'tags' && name !== 'buckets' && sayIfKnown(`field.${kind}.${name}`),
  );
  const ownOf = (name: string): string[] =>
    Object.entries<AnyField>(kinds.get(name)?.fields ?? {})
      .filter(([, field]) => field.own?.isRetired === false)
      .map(([field]) => field);
  const own = [
    ...ownOf(kind),
    ...fields.over.flatMap((over) => ownOf(over.kind).map((name) => `${over.hop}.${name}`)),
  ];
  const offer = (field: string): Offered[] => offered(kinds, of, field);
  const others = [...new Set([...fields.rest, ...declared, ...own])]
    .filter((field) => !fields.often.includes(field))
    .flatMap(offer);
  return [...fields.often.flatMap(offer), ...others.sort((a, b) => compareWords(a.label, b.label))];
}

function offered(kinds: Kinds, of: ListKind['of'], field: string): Offered[] {
  const place = resolveReference(kinds, of, field)?.place;
  if (place === undefined || !typesOffered.has(typeOf(place))) return [];
  if (operatorsOf(place).length === 0) return [];
  return [{ field, place, label: referenceWords(kinds, of, field) }];
}

/** A condition as the form begins with it; undefined for one that it cannot ask for. */
export function draftFrom(
  kinds: Kinds,
  list: Pick<ListKind, 'of'>,
  { field, op, arg = null, of }: ViewCondition,
): Draft | undefined {
  const [found] = offered(kinds, list.of, field);
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
