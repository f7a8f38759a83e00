// Where in SQL the values of a place stand: one expression, or rows to look through. Each
// comes with a guard that holds for what src-shared/query/values.ts counts as a value.

import { byHand } from '../../../../src-shared/domain/moment.ts';
import type { AnyField, OwnReading } from '../../../../src-shared/fields/field.ts';
import type { GroupFactName } from '../../../../src-shared/query/facts.ts';
import type { Member, Place } from '../../../../src-shared/query/places.ts';
import { typeOf } from '../../../../src-shared/query/places.ts';
import { isListType } from '../../../../src-shared/query/values.ts';
import { factColumn, isCountFact } from '../facts/columns.ts';
import { ownMisfitSql, ownSql } from './own-sql.ts';

/** SQL of one value: itself, whether it is one, and the currency of an amount. */
export type ValueSql = { value: string; guard: string; currency?: string };

/** `rows`: to be looked through, one value each; without it there is one at most. */
export type PlaceSql = ValueSql & { rows?: string };

const memberPaths: { readonly [name in Member]: string } = {
  name: '$.name',
  kind: '$.kind',
  scope: '$.scope',
  note: '$.note',
  createdAt: '$.createdAt',
  changedAt: '$.updatedAt',
  createdBy: '$.origin.by',
  createdFrom: '$.origin.source.type',
};

function memberSql(name: Member, doc: string): string {
  const stored = `json_extract(${doc}.data, '${memberPaths[name]}')`;
  if (name !== 'kind') return stored;
  // What a moment was taken to be later.
  const later = `json_extract(${doc}.data, '$.fields.kind')`;
  return `CASE WHEN ${stored} IN (${written}) AND ${later} IN (${written}) THEN ${later} ELSE ${stored} END`;
}

const written = byHand.map((kind) => `'${kind}'`).join(', ');

/** `groupFact`: how the host works out what is asked of a group. */
export type ValueScope = { groupFact: (name: GroupFactName, doc: string) => ValueSql };

export function valuesSql(place: Place, doc: string, scope: ValueScope): PlaceSql {
  switch (place.at) {
    case 'member': {
      const value = memberSql(place.name, doc);
      return { value, guard: `${value} <> ''` };
    }
    case 'fact': {
      const found = `(SELECT ${factColumn(place.name)} FROM facts WHERE facts.id = ${doc}.id)`;
      return isCountFact(place.name)
        ? { value: `coalesce(${found}, 0)`, guard: '1' }
        : { value: found, guard: `${found} IS NOT NULL` };
    }
    case 'group-fact':
      return scope.groupFact(place.name, doc);
    case 'set': {
      const value = `json_extract(item.value, ${place.part === undefined ? `'$.value'` : partPath(place.part)})`;
      const rows = `json_each(${doc}.data, ${pathTo('sets', place.name)}) AS item`;
      const guard =
        typeOf(place) === 'day'
          ? dayGuard(value, `json_type(item.value, '$.value')`)
          : `${value} <> ''`;
      return { value, guard, rows };
    }
    case 'field': {
      const path = pathTo('fields', place.name);
      const { own } = place.field;
      if (own !== undefined) {
        const at = { name: place.name, doc, fieldPath: path, setPath: pathTo('sets', place.name) };
        return ownSql({ ...place.field, own }, at, nativeSql({ ...place.field, own }, doc, path));
      }
      if (isListType(place)) {
        const array = `CASE json_type(${doc}.data, ${path}) WHEN 'array' THEN ${doc}.data -> ${path} ELSE '[]' END`;
        return {
          value: 'item.value',
          guard: `item.type = 'text' AND item.value <> ''`,
          rows: `json_each(${array}) AS item`,
        };
      }
      return scalarSql(place.field, doc, path);
    }
  }
}

/** As a literal: names come from the kinds' declarations, and quotes are doubled. */
export const pathTo = (part: 'fields' | 'sets', name: string): string =>
  `'$.${part}."${name.replaceAll('"', '').replaceAll("'", "''")}"'`;

const partPath = (name: string): string => `'$.more."${name.replaceAll("'", "''")}"'`;

/** 1 or 0. */
export function misfitSql(place: Place, doc: string): string {
  if (place.at !== 'field' || place.field.own === undefined) return '0';
  const paths = { fieldPath: pathTo('fields', place.name), setPath: pathTo('sets', place.name) };
  return ownMisfitSql({ name: place.name, doc, ...paths });
}

/** Undefined where only the cast can tell whether a value is one of the type. */
function nativeSql(
  field: AnyField & { own: OwnReading },
  doc: string,
  path: string,
): ValueSql | undefined {
  const { type, own } = field;
  if (type === 'email' || type === 'phone') return undefined;
  if (type === 'choice') {
    const found = scalarSql(field, doc, path);
    const codes = own.options.map(({ code }) => `'${code.replaceAll("'", "''")}'`).join(', ');
    return { ...found, guard: `${found.guard} AND ${found.value} IN (${codes})` };
  }
  const isText = type === 'text' || type === 'long-text' || type === 'handle';
  return isText && own.options.length > 0 ? undefined : scalarSql(field, doc, path);
}

function scalarSql(field: AnyField, doc: string, path: string): ValueSql {
  const [value, type] = [`json_extract(${doc}.data, ${path})`, `json_type(${doc}.data, ${path})`];
  switch (field.type) {
    case 'day':
      return { value, guard: dayGuard(value, type) };
    case 'time':
      return {
        value,
        guard: `${type} IN ('integer', 'real') AND ${value} BETWEEN -62135596800000 AND 253402300799999`,
      };
    case 'yes-no':
      return { value, guard: `${type} IN ('true', 'false')` };
    case 'rating':
      return { value, guard: `${type} = 'integer' AND ${value} BETWEEN 0 AND 5` };
    case 'number':
    case 'money':
      return amountSql(field, { value, type, json: `${doc}.data -> ${path}` });
    case 'log':
    case 'data':
      return { value: 'NULL', guard: '0' };
    default:
      return { value, guard: `${type} = 'text' AND ${value} <> ''` };
  }
}

/** Fractions and decimal text are read by JavaScript: SQLite reads them to within a hair. */
function amountSql(
  field: AnyField,
  { value, type, json }: { value: string; type: string; json: string },
): ValueSql {
  const exact = `CASE ${type} WHEN 'integer' THEN ${value} ELSE rapport_amount(${json}) END`;
  const shape = field.accepts(1)
    ? `${type} IN ('integer', 'real')`
    : field.accepts('1')
      ? `${type} = 'text' AND ${decimalGuard(value)}`
      : `${type} = 'object' AND ${decimalGuard(`json_extract(${value}, '$.amount')`)}
         AND json_extract(${value}, '$.currency') GLOB '[A-Z][A-Z][A-Z]'`;
  const isMoney = field.type === 'money';
  return {
    value: exact,
    guard: shape,
    ...(isMoney ? { currency: `json_extract(${value}, '$.currency')` } : {}),
  };
}

/** Digits, at most one point with digits on both sides, at most one sign in front. */
const decimalGuard = (value: string): string => {
  const bare = `ltrim(${value}, '-')`;
  return `(length(${value}) - length(${bare}) <= 1 AND ${bare} NOT GLOB '*[^0-9.]*' AND ${bare} GLOB '[0-9]*'
    AND ${bare} NOT GLOB '*.*.*' AND ${bare} GLOB '*[0-9]')`;
};

const digits = (count: number): string => '[0-9]'.repeat(count);
const dayPatterns = [
  `${digits(4)}-${digits(2)}-${digits(2)}`,
  `${digits(4)}-${digits(2)}`,
  digits(4),
  `--${digits(2)}-${digits(2)}`,
];

export const dayGuard = (value: string, type: string): string =>
  `${type} = 'text' AND (${dayPatterns.map((pattern) => `${value} GLOB '${pattern}'`).join(' OR ')})`;
