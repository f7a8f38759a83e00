// What SQLite cannot say by itself, as functions of the connection: texts folded as the
// rest of the program folds them, amounts exact, periods of the calendar. Only queries use
// them, never an index or a trigger: the file opens without them.

import { foldItem, foldText } from '../../../../src-shared/domain/fold.ts';
import type { JsonValue } from '../../../../src-shared/domain/record.ts';
import { groupKey } from '../../../../src-shared/query/groups.ts';
import { amountOf, monthAndDay } from '../../../../src-shared/query/predicates.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { SqlValue } from '../sqlite/driver.ts';
import { defineOwnFunctions } from './own-sql.ts';
import { toSortText } from '../sqlite/sort-text.ts';

export function defineQueryFunctions({ raw }: Pick<Connection, 'raw'>): void {
  const options = { deterministic: true };
  defineOwnFunctions({ raw });
  raw.function('rapport_fold', options, (value: SqlValue) => foldText(String(value)));
  raw.function('rapport_fold_order', options, (value: SqlValue) =>
    toSortText(foldText(String(value))),
  );
  raw.function('rapport_item', options, (value: SqlValue) => foldItem(String(value)));
  /** Of JSON text. */
  raw.function('rapport_amount', options, (json: SqlValue) =>
    amountOf(JSON.parse(String(json)) as JsonValue),
  );
  raw.function('rapport_month_day', options, (at: SqlValue, zone: SqlValue) =>
    String(monthAndDay(Number(at), String(zone))),
  );
  raw.function(
    'rapport_group',
    options,
    (value: SqlValue, by: SqlValue, zone: SqlValue, week: SqlValue) => {
      const plain =
        typeof value === 'number' || typeof value === 'bigint' ? Number(value) : String(value);
      return groupKey(plain, String(by), String(zone), Number(week));
    },
  );
}
