// Values of fields that the team defined, in SQL. What lies there as the field has it now
// is taken as it is; the rest is cast by the same code as everywhere (fields/own.ts).

import type { Kinds } from '../../../../src-shared/domain/kinds.ts';
import type { JsonValue, SetItem } from '../../../../src-shared/domain/record.ts';
import type { AnyField, OwnReading } from '../../../../src-shared/fields/field.ts';
import { isMisfit, ownValues, storedOwn } from '../../../../src-shared/fields/own.ts';
import { amountOf } from '../../../../src-shared/query/predicates.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { SqlValue } from '../sqlite/driver.ts';

type Readings = Map<string, OwnReading>;
const readingsOf = new WeakMap<object, Readings>();

/** The fields that queries of this connection may name from now on. */
export function knowOwnFields({ raw }: Pick<Connection, 'raw'>, kinds: Kinds): void {
  const readings = readingsOf.get(raw);
  readings?.clear();
  for (const { fields } of kinds.values())
    for (const [name, { own }] of Object.entries<AnyField>(fields))
      if (own !== undefined) readings?.set(name, own);
}

export function defineOwnFunctions({ raw }: Pick<Connection, 'raw'>): void {
  const readings: Readings = new Map();
  readingsOf.set(raw, readings);
  const read = (name: SqlValue, alone: SqlValue, items: SqlValue): JsonValue[] => {
    const own = readings.get(String(name));
    if (own === undefined) return [];
    return ownValues(own, storedIn(name, alone, items)).filter((value) => value !== '');
  };
  // Definitions change between queries, so the same arguments may give another answer.
  raw.function(
    'rapport_own',
    { deterministic: false },
    (name: SqlValue, alone: SqlValue, items: SqlValue) => asSql(read(name, alone, items)[0]),
  );
  raw.function(
    'rapport_own_list',
    { deterministic: false },
    (name: SqlValue, alone: SqlValue, items: SqlValue) => JSON.stringify(read(name, alone, items)),
  );
  raw.function(
    'rapport_own_misfit',
    { deterministic: false },
    (name: SqlValue, alone: SqlValue, items: SqlValue) => {
      const own = readings.get(String(name));
      return Number(own !== undefined && isMisfit(own, storedIn(name, alone, items)));
    },
  );
  raw.function('rapport_decimal', { deterministic: true }, (text: SqlValue) =>
    text === null ? null : amountOf(String(text)),
  );
  raw.function(
    'rapport_own_currency',
    { deterministic: false },
    (name: SqlValue, alone: SqlValue, items: SqlValue) => {
      const [value] = read(name, alone, items);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
      const { currency } = value;
      return typeof currency === 'string' ? currency : null;
    },
  );
}

function storedIn(name: SqlValue, alone: SqlValue, items: SqlValue): JsonValue[] {
  const key = String(name);
  return storedOwn(key, {
    fields: alone === null ? {} : { [key]: JSON.parse(String(alone)) as JsonValue },
    sets: items === null ? {} : { [key]: JSON.parse(String(items)) as SetItem[] },
  });
}

function asSql(value: JsonValue | undefined): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' ? amountOf(value) : value;
}

/** How the value lies in the row where nothing is to be cast; undefined where that cannot be seen. */
type Native = { value: string; guard: string; currency?: string } | undefined;

type OwnSql = { value: string; guard: string; currency?: string; rows?: string };

/** Which field, of which table's row, and where its values lie in that. */
type At = { name: string; doc: string; fieldPath: string; setPath: string };

const isNoneSql = ({ doc, fieldPath, setPath }: At): string =>
  `json_type(${doc}.data, ${fieldPath}) IS NULL AND json_type(${doc}.data, ${setPath}) IS NULL`;

const givenSql = ({ name, doc, fieldPath, setPath }: At): string =>
  `'${name.replaceAll("'", "''")}', ${doc}.data -> ${fieldPath}, ${doc}.data -> ${setPath}`;

export const ownMisfitSql = (at: At): string =>
  `CASE WHEN ${isNoneSql(at)} THEN 0 ELSE rapport_own_misfit(${givenSql(at)}) END`;

export function ownSql(
  { own, type }: AnyField & { own: OwnReading },
  at: At,
  native: Native,
): OwnSql {
  const items = `json_type(${at.doc}.data, ${at.setPath})`;
  const [isNone, given] = [isNoneSql(at), givenSql(at)];
  if (own.isMany)
    return {
      value: 'item.value',
      guard: `item.value <> ''`,
      rows: `json_each(CASE WHEN ${isNone} THEN '[]' ELSE rapport_own_list(${given}) END) AS item`,
    };
  const read = (nativeValue: string | undefined, cast: string): string =>
    nativeValue === undefined || native === undefined
      ? `CASE WHEN ${isNone} THEN NULL ELSE ${cast} END`
      : `CASE WHEN ${isNone} THEN NULL WHEN ${items} IS NULL AND ${native.guard} THEN ${nativeValue} ELSE ${cast} END`;
  const cast =
    type === 'number' ? `rapport_decimal(rapport_own(${given}))` : `rapport_own(${given})`;
  const value = read(native?.value, cast);
  return {
    value,
    guard: `(${value}) IS NOT NULL`,
    ...(type === 'money'
      ? { currency: read(native?.currency, `rapport_own_currency(${given})`) }
      : {}),
  };
}
