// The keys and clicks of a grid: which row is active, and the stretch that is being
// selected. Shift with an arrow key or a click selects a stretch, Ctrl or Cmd with a click
// one more.

import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from 'react';

import type { Cell } from './cell-range.ts';
import { type Stretched, stretched } from './stretch.ts';
import { type CellKeys, forward, useCellKeys } from './use-cell-keys.ts';
import type { Cells } from './use-cells.ts';

export type GridActions<Row> = {
  onOpen?: (row: Row, index: number) => void;
  onToggle?: (row: Row) => void;
  /** A stretch of rows grows or shrinks. */
  onExtend?: (change: Stretched) => void;
  onSelectAll?: () => void;
  onClear?: () => void;
  /** Of a key that is not the grid's own: whether it was one of the active row. */
  onKey?: (event: KeyboardEvent, row: Row) => boolean;
};

type Grid<Row> = GridActions<Row> & {
  count: number;
  row: (index: number) => Row | undefined;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  /** The row that is active at first; -1 for none. */
  first: number;
  /** Left out: only whole rows are meant. */
  cells?: Cells;
  /** How many stand side by side; left out: one. */
  perRow?: number;
  columns: readonly { isScreenOnly?: boolean; edit?: unknown }[];
};

export type GridKeys<Row> = {
  /** -1 where no row is. */
  active: number;
  /** Where a row is active and nothing else has the focus. */
  takeFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Before what is in the row gets the click. */
  onClickFirst: (event: MouseEvent, index: number) => void;
  onClick: (event: MouseEvent, data: Row | undefined, index: number) => void;
} & Pick<CellKeys, 'onPress' | 'onOver' | 'goOn'>;

export function useGridKeys<Row>(grid: Grid<Row>): GridKeys<Row> {
  const { count, row, scroller, scrollTo, onOpen, onToggle, onExtend } = grid;
  const [active, setActive] = useState(grid.first);
  /** Where the stretch that is being selected began. */
  const base = useRef<number>(undefined);
  const move = (to: number): void => {
    base.current = undefined;
    setActive(to);
    scrollTo(to);
  };
  const extend = (to: number): void => {
    const from = active === -1 ? to : active;
    base.current ??= from;
    onExtend?.(stretched(base.current, from, to));
    setActive(to);
    scrollTo(to);
  };
  const cellKeys = useCellKeys({ ...cellsOf(grid), active, reach: move });
  /** Whether the key was one of the grid's. */
  const act = (event: KeyboardEvent): boolean => {
    if (cellKeys.onKey(event)) return true;
    const target = targetOf(event.key, active, count, grid.perRow ?? 1);
    const current = active === -1 ? undefined : row(active);
    if (target !== undefined) {
      if (event.shiftKey && onExtend !== undefined) extend(target);
      else move(target);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      grid.onSelectAll?.();
    else if (event.key === 'Escape') grid.onClear?.();
    else if (event.key === 'Enter' && current !== undefined) onOpen?.(current, active);
    else if (event.key === ' ' && current !== undefined) {
      base.current = undefined;
      onToggle?.(current);
    } else return current !== undefined && grid.onKey?.(event, current) === true;
    return true;
  };
  const takeFocus = useCallback(() => {
    if (document.activeElement === document.body && grid.first !== -1)
      scroller.current?.focus({ preventScroll: true });
  }, [grid.first, scroller]);
  return {
    active,
    takeFocus,
    onKeyDown: (event) => {
      if (!isForGrid(event) || !act(event)) return;
      event.preventDefault();
      scroller.current?.focus();
    },
    onPress: cellKeys.onPress,
    onOver: cellKeys.onOver,
    goOn: cellKeys.goOn,
    onClickFirst: (event, index) => {
      if (isInEditor(event)) return;
      if (cellKeys.onClick(event, index)) {
        event.stopPropagation();
        return;
      }
      // With Shift, a click on a row's box is one on the row.
      if (event.shiftKey && onExtend !== undefined) {
        event.stopPropagation();
        extend(index);
        scroller.current?.focus();
        return;
      }
      base.current = undefined;
      setActive(index);
      if (grid.cells?.range !== undefined) grid.cells.show(undefined);
    },
    onClick: (event, data, index) => {
      if (data === undefined || isInEditor(event)) return;
      if ((event.ctrlKey || event.metaKey) && onToggle !== undefined) onToggle(data);
      else onOpen?.(data, index);
    },
  };
}

/** The first columns may be no cells: their boxes are ticked. */
function cellsOf<Row>(grid: Grid<Row>) {
  const { cells, columns, count, row, scroller, onOpen } = grid;
  const first = columns.findIndex(({ isScreenOnly }) => isScreenOnly !== true);
  return {
    cells,
    field: { rows: count, first: Math.max(0, first), last: columns.length - 1 },
    scroller,
    canEdit: (cell: Cell) =>
      row(cell.row) !== undefined && columns[cell.column]?.edit !== undefined,
    open: (at: number): void => {
      const data = row(at);
      if (data !== undefined) onOpen?.(data, at);
    },
  };
}

/** Also what it opens over the page. */
const isInEditor = ({ target, currentTarget }: MouseEvent): boolean =>
  target instanceof Element &&
  (target.closest('[data-editing]') !== null || !currentTarget.contains(target));

/** A box that was clicked keeps the focus, and only Space is its own. */
function isForGrid({ target, currentTarget, key }: KeyboardEvent): boolean {
  if (target === currentTarget) return true;
  const element = target as HTMLElement;
  if (element.matches('input[type=checkbox]')) return key !== ' ' && key !== 'Enter';
  return element.closest('input,button,select') === null;
}

/** The row a key leads to; undefined for other keys and where there are no rows. */
function targetOf(key: string, active: number, count: number, perRow: number): number | undefined {
  const step = active === -1 ? 1 : perRow;
  const besides = perRow === 1 ? {} : { ArrowRight: active + 1, ArrowLeft: active - 1 };
  const targets: { readonly [key: string]: number } = {
    ArrowDown: active + step,
    ArrowUp: active - step,
    PageDown: active + 12 * perRow,
    PageUp: active - 12 * perRow,
    Home: 0,
    End: count - 1,
    ...besides,
  };
  const target = targets[perRow === 1 ? key : forward(key)];
  return target === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, target));
}
