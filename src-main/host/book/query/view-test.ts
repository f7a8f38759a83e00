// A prepared view's test as SQL over one collection's table. Each condition is 1 or 0,
// never NULL, so that "not" means the same as in src-shared/query/matches.ts.

import type { Place } from '../../../../src-shared/query/places.ts';
import { typeOf } from '../../../../src-shared/query/places.ts';
import type { Predicate } from '../../../../src-shared/query/predicates.ts';
import type { Test } from '../../../../src-shared/query/questions.ts';
import type { ViewCollection } from '../../../../src-shared/query/view.ts';
import { factColumn, isCountFact } from '../facts/columns.ts';
import { toSortText } from '../sqlite/sort-text.ts';
import { linkedSql, type Sql, type Tables } from './view-links.ts';
import { misfitSql, type PlaceSql, type ValueScope, valuesSql } from './view-values.ts';

export type TestScope = ValueScope & {
  of: ViewCollection;
  /** The table's alias. */
  doc: string;
  tables: Tables;
  /** YYYY-MM-DD where the reader is: which roles are current. */
  today: string;
};

export function testSql(test: Test, scope: TestScope): Sql {
  switch (test.is) {
    case 'all':
      return joined(test.tests, ' AND ', '1', scope);
    case 'any':
      return joined(test.tests, ' OR ', '0', scope);
    case 'not': {
      const { sql, params } = testSql(test.test, scope);
      return { sql: `NOT ${sql}`, params };
    }
    case 'value':
      return valueSql(test.place, test.predicate, scope);
    case 'misfit':
      return { sql: misfitSql(test.place, scope.doc), params: [] };
    case 'linked': {
      const inner = (doc: string, of: ViewCollection): Sql =>
        testSql(test.test, { ...scope, doc, of });
      const { of, doc, today, tables } = scope;
      const { sql, params } = linkedSql(test.hop, of, doc, today, tables, inner);
      return { sql: `(${sql})`, params };
    }
  }
}

function joined(tests: readonly Test[], by: string, empty: string, scope: TestScope): Sql {
  if (tests.length === 0) return { sql: empty, params: [] };
  const parts = tests.map((test) => testSql(test, scope));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(by)})`,
    params: parts.flatMap(({ params }) => params),
  };
}

function valueSql(place: Place, predicate: Predicate, scope: TestScope): Sql {
  if (place.at === 'fact' && !isCountFact(place.name))
    return factSql(factColumn(place.name), predicate, place, scope);
  const at = valuesSql(place, scope.doc, scope);
  const asked = predicateSql(predicate, at, place);
  const holds = `${at.guard} AND ${asked.sql}`;
  const sql =
    at.rows === undefined
      ? `((${holds}) IS TRUE)`
      : `EXISTS (SELECT 1 FROM ${at.rows} WHERE ${holds})`;
  const near = nearSql(place, predicate, scope);
  return near === undefined
    ? { sql, params: asked.params }
    : { sql: `(${near.sql} AND ${sql})`, params: [...near.params, ...asked.params] };
}

/** From the side of the facts, which few records may have. */
function factSql(column: string, predicate: Predicate, place: Place, { doc }: TestScope): Sql {
  const asked = predicateSql(predicate, { value: column, guard: '1' }, place);
  return {
    sql: `${doc}.id IN (SELECT id FROM facts WHERE ${column} IS NOT NULL AND ${asked.sql})`,
    params: asked.params,
  };
}

/** Rows that the index of keys names, before each of them is looked at. */
function nearSql(
  place: Place,
  predicate: Predicate,
  { of, doc, tables }: TestScope,
): Sql | undefined {
  if (predicate.is !== 'in' || (place.at !== 'set' && place.at !== 'field')) return undefined;
  const link = place.at === 'set' ? place.set.link : place.field.link;
  const indexed = place.at === 'set' ? place.set.indexed : undefined;
  if (link === undefined && indexed === undefined) return undefined;
  const keys = predicate.values
    .map((value) => (link === undefined ? indexed?.({ value }) : `${link.prefix ?? ''}${value}`))
    .filter((key) => key !== undefined);
  const marks = keys.map(() => '?').join(', ');
  return {
    sql: `${doc}.n IN (SELECT n FROM ${tables(of).keys} WHERE value IN (${marks}))`,
    params: keys.map(toSortText),
  };
}

function predicateSql(predicate: Predicate, { value, currency }: PlaceSql, place: Place): Sql {
  switch (predicate.is) {
    case 'any':
      return { sql: '1', params: [] };
    case 'text':
      return textSql(predicate, value);
    case 'number': {
      const amount = { sql: `${value} ${predicate.sign} ?`, params: [predicate.than] };
      if (predicate.currency === undefined) return amount;
      return {
        sql: `${amount.sql} AND ${currency ?? 'NULL'} = ?`,
        params: [predicate.than, predicate.currency],
      };
    }
    case 'days':
      return daysSql(predicate, value);
    case 'times':
      return between(value, '>=', predicate.from, value, '<', predicate.before);
    case 'anniversary':
      return anniversarySql(predicate, value, place);
    case 'in':
    case 'notIn': {
      const code = predicate.isFolded ? `rapport_item(${value})` : value;
      const how = predicate.is === 'in' ? 'IN' : 'NOT IN';
      return {
        sql: `${code} ${how} (${predicate.values.map(() => '?').join(', ')})`,
        params: [...predicate.values],
      };
    }
    case 'yes':
      return { sql: `${value} = ${Number(predicate.value)}`, params: [] };
  }
}

function textSql({ how, text }: Extract<Predicate, { is: 'text' }>, value: string): Sql {
  const folded = `rapport_fold(${value})`;
  switch (how) {
    case 'equals':
      return { sql: `${folded} = ?`, params: [text] };
    case 'contains':
      return { sql: `instr(${folded}, ?) > 0`, params: [text] };
    case 'starts':
      return { sql: `substr(${folded}, 1, length(?)) = ?`, params: [text, text] };
  }
}

/** A month or a year lies within when its first and its last day do. */
function daysSql({ from, to }: Extract<Predicate, { is: 'days' }>, value: string): Sql {
  const first = `CASE length(${value}) WHEN 10 THEN ${value} WHEN 7 THEN ${value} || '-01' ELSE ${value} || '-01-01' END`;
  const last = `CASE length(${value}) WHEN 10 THEN ${value} WHEN 7 THEN ${value} || '-31' ELSE ${value} || '-12-31' END`;
  const { sql, params } = between(first, '>=', from, last, '<=', to);
  return { sql: `${value} NOT GLOB '-*' AND ${sql}`, params };
}

function between(
  low: string,
  lowSign: string,
  from: string | number | undefined,
  high: string,
  highSign: string,
  to: string | number | undefined,
): Sql {
  return {
    sql: [
      ...(from === undefined ? [] : [`${low} ${lowSign} ?`]),
      ...(to === undefined ? [] : [`${high} ${highSign} ?`]),
      '1',
    ].join(' AND '),
    params: [from, to].filter((edge) => edge !== undefined),
  };
}

function anniversarySql(
  { windows, zone }: Extract<Predicate, { is: 'anniversary' }>,
  value: string,
  place: Place,
): Sql {
  const isTime = typeOf(place) === 'time';
  const zones = isTime ? [zone] : [];
  const monthDay = isTime ? `rapport_month_day(${value}, ?)` : `substr(${value}, -5)`;
  const isKnown = isTime ? '1' : `(length(${value}) = 10 OR ${value} GLOB '--*')`;
  const parts = windows.map(({ from, to, hasLeapDay }): Sql => {
    const kept = hasLeapDay
      ? monthDay
      : `CASE ${monthDay} WHEN '02-29' THEN '02-28' ELSE ${monthDay} END`;
    const params = hasLeapDay ? [...zones, from, to] : [...zones, ...zones, from, to];
    return { sql: `${kept} BETWEEN ? AND ?`, params };
  });
  return {
    sql: `${isKnown} AND (${parts.length === 0 ? '0' : parts.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    params: parts.flatMap(({ params }) => params),
  };
}
