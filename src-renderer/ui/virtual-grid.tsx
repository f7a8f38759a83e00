// A grid whose rows exist only while they are in view. Rows are reached by the arrow
// keys (one tab stop for the whole grid), Enter opens, Space selects.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export type GridColumn<Row> = {
  name: string;
  width: string;
  cell: (row: Row, index: number) => ReactNode;
  isNameHidden?: boolean;
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
  onToggle?: (row: Row, index: number) => void;
  /** Shift with an arrow key: everything up to this row is wanted. */
  onExtend?: (index: number) => void;
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

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(count - 1, to));
    setActive(next);
    rows.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (
      event.target !== event.currentTarget &&
      (event.target as HTMLElement).closest('input,button,select') !== null
    )
      return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };
    const step = steps[event.key];
    const current = active === -1 ? undefined : row(active);
    if (step !== undefined) {
      move(active + step);
      if (event.shiftKey) onExtend?.(Math.max(0, Math.min(count - 1, active + step)));
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelectAll?.();
    else if (event.key === 'Escape') onClear?.();
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(count - 1);
    else if (event.key === 'Enter' && current !== undefined) onOpen?.(current);
    else if (event.key === ' ' && current !== undefined) onToggle?.(current, active);
    else return;
    event.preventDefault();
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
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="grid-row" data-head role="row" aria-rowindex={1} style={template}>
        {columns.map((column) => (
          <div key={column.name} role="columnheader" className="cell">
            {column.head ??
              (column.isNameHidden === true ? (
                <span className="visually-hidden">{column.name}</span>
              ) : (
                column.name
              ))}
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
              onClick={() => {
                setActive(item.index);
                if (data !== undefined) onOpen?.(data);
              }}
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
