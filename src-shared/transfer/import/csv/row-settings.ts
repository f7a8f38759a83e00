// How the cells of a file's rows are to be read.

import type { DateOrder } from '../../../values/date.ts';
import type { ItemParser } from '../../../values/parse-item.ts';

export type RowSettings = {
  parse: ItemParser;
  /** By column position; the usual one for the rest. */
  orderByColumn: ReadonlyMap<number, DateOrder>;
  usualOrder: DateOrder;
  /** Joins several values in one cell, as Google does. */
  joiner?: string;
  /** Our own CSV: cells are taken as they are. */
  exact: boolean;
};

/** The text of a column; '' for a column that is not there (-1). */
export type ReadCell = (index: number) => string;
