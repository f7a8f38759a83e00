// A column of a grid.

import type { ReactNode } from 'react';

import type { Onward } from './cell-range.ts';

export type CellEditing = {
  /** What the editor begins with, instead of what stands there. */
  typed: string | undefined;
  onDone: (to: Onward) => void;
  /** It was not saved after all: what was typed comes back. */
  onAgain: (typed: string) => void;
};

export type GridColumn<Row> = {
  name: string;
  width: string;
  cell: (row: Row, index: number) => ReactNode;
  /** Shown in the head instead of the name. */
  head?: ReactNode;
  /** By which the rows are sorted now. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Below all rows, where one column has something there. */
  foot?: ReactNode;
  /** Nothing to read in it: it does not stand on paper. */
  isScreenOnly?: boolean;
  /** It stays in view while the others move aside; those before it do, too. */
  isFrozen?: boolean;
  /** Somebody made it wider or narrower; undefined gives it its own width. */
  onResize?: (width: number | undefined) => void;
  /** Its cells can be edited in place, by this. */
  edit?: (row: Row, editing: CellEditing) => ReactNode;
};
