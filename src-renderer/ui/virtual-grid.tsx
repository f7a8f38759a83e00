// A grid whose rows exist only while they are in view. Rows are reached by the arrow
// keys (one tab stop for the whole grid), Enter opens, Space selects; Shift with an arrow
// key or a click selects a stretch, Ctrl or Cmd with a click one more.

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';

import { type Stretched, stretched } from './stretch.ts';

export type GridColumn<Row> = {
  name: string;
  width: string;
  cell: (row: Row, index: number) => ReactNode;
  /** Shown in the head instead of the name. */
  head?: ReactNode;
};

type Props<Row> = {
  label: string;
  columns: readonly GridColumn<Row>[];
  count: number;
  rowHeight?: number;
  row: (index: number) => Row | undefined;
  /** Rows in view, so that their data can be read. */
  onRange?: (first: number, last: number) => void;
  onOpen?: (row: Row) => void;
  onToggle?: (row: Row) => void;
  /** A stretch of rows grows or shrinks. */
  onExtend?: (change: Stretched) => void;
  onSelectAll?: () => void;
  onClear?: () => void;
  isSelected?: (row: Row) => boolean;
};

export function VirtualGrid<Row>(props: Props<Row>) {
  const {
    label,
    columns,
    count,
    rowHeight = 48,
    row,
    onRange,
    onOpen,
    onToggle,
    isSelected,
    onExtend,
    onSelectAll,
    onClear,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  /** Where the stretch that is being selected began. */
  const base = useRef<number>(undefined);
  const move = (to: number): void => {
    base.current = undefined;
    setActive(to);
    rows.scrollToIndex(to);
  };
  const extend = (to: number): void => {
    const from = active === -1 ? to : active;
    base.current ??= from;
    onExtend?.(stretched(base.current, from, to));
    setActive(to);
    rows.scrollToIndex(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isForGrid(event)) return;
    const target = targetOf(event.key, active, count);
    const current = active === -1 ? undefined : row(active);
    if (target !== undefined) {
      if (event.shiftKey && onExtend !== undefined) extend(target);
      else move(target);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelectAll?.();
    else if (event.key === 'Escape') onClear?.();
    else if (event.key === 'Enter' && current !== undefined) onOpen?.(current);
    else if (event.key === ' ' && current !== undefined) {
      base.current = undefined;
      onToggle?.(current);
    } else return;
    event.preventDefault();
    scroller.current?.focus();
  };
  /** Before what is in the row hears of it: with Shift, a click on its box is one on the row. */
  const onClickFirst = (event: MouseEvent, index: number): void => {
    if (event.shiftKey && onExtend !== undefined) {
      event.stopPropagation();
      extend(index);
      scroller.current?.focus();
      return;
    }
    base.current = undefined;
    setActive(index);
  };
  const onClick = (event: MouseEvent, data: Row | undefined): void => {
    if (data === undefined) return;
    if ((event.ctrlKey || event.metaKey) && onToggle !== undefined) onToggle(data);
    else onOpen?.(data);
  };
  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onToggle === undefined ? undefined : true}
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="grid-row" data-head role="row" aria-rowindex={1} style={template}>
        {columns.map((column) => (
          <div key={column.name} role="columnheader" className="cell">
            {column.head ?? column.name}
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const data = row(item.index);
          return (
            // The grid itself takes the keys (one tab stop) and opens the active row by Enter.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.index}
              id={`row-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={data !== undefined && isSelected?.(data) === true}
              className="grid-row"
              data-link={onOpen === undefined ? undefined : true}
              data-active={item.index === active ? true : undefined}
              data-selected={data !== undefined && isSelected?.(data) === true ? true : undefined}
              style={{
                ...template,
                height: rowHeight,
                position: 'absolute',
                insetInline: 0,
                transform: `translateY(${item.start}px)`,
              }}
              onMouseDown={(event) => {
                // Else the words between the two clicks are marked.
                if (event.shiftKey && onExtend !== undefined) event.preventDefault();
              }}
              onClickCapture={(event) => onClickFirst(event, item.index)}
              onClick={(event) => onClick(event, data)}
            >
              {columns.map((column) => (
                <div key={column.name} role="gridcell" className="cell" dir="auto">
                  {data === undefined ? (
                    <span className="dim">…</span>
                  ) : (
                    column.cell(data, item.index)
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A box that was clicked keeps the focus, and only Space is its own. */
function isForGrid({ target, currentTarget, key }: KeyboardEvent): boolean {
  if (target === currentTarget) return true;
  const element = target as HTMLElement;
  if (element.matches('input[type=checkbox]')) return key !== ' ' && key !== 'Enter';
  return element.closest('input,button,select') === null;
}

/** The row a key leads to; undefined for other keys and where there are no rows. */
function targetOf(key: string, active: number, count: number): number | undefined {
  const targets: { readonly [key: string]: number } = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 12,
    PageUp: active - 12,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, target));
}
