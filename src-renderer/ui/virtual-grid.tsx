// A grid whose rows exist only while they are in view. Rows are reached by the arrow
// keys (one tab stop for the whole grid), Enter opens, Space selects.

import { Trans } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';

import { BrokenLine, Unbroken } from './broken.tsx';
import { keptPlace, usePlace } from './use-place.ts';
import { mostPrinted, usePrinting } from './printing.ts';
import { type GridActions, type GridKeys, useGridKeys } from './use-grid-keys.ts';
import { showWholeText } from './whole-text.ts';

export type GridColumn<Row> = {
  name: string;
  width: string;
  cell: (row: Row, index: number) => ReactNode;
  /** Shown in the head instead of the name. */
  head?: ReactNode;
  /** By which the rows are sorted now. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Nothing to read in it: it does not stand on paper. */
  isScreenOnly?: boolean;
};

/** Under which the place of a page's list is kept. */
const place = 'list';

type Props<Row> = GridActions<Row> & {
  label: string;
  columns: readonly GridColumn<Row>[];
  count: number;
  rowHeight?: number;
  /** What is listed, where the label does not say that: another has another place. */
  of?: string;
  row: (index: number) => Row | undefined;
  /** Rows in view, so that their data can be read. */
  onRange?: (first: number, last: number) => void;
  isSelected?: (row: Row) => boolean;
};

export function VirtualGrid<Row>(props: Props<Row>) {
  const { label, columns: all, count, rowHeight = 48, row, onRange, onToggle, isSelected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const isPrinting = usePrinting();
  const columns = isPrinting ? all.filter(({ isScreenOnly }) => isScreenOnly !== true) : all;
  const items = isPrinting ? printedItems(count, rowHeight) : rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  const { of = label } = props;
  const keys = useGridKeys({
    ...props,
    scroller,
    first: keptPlace(place, of)?.active ?? -1,
    scrollTo: (index) => rows.scrollToIndex(index),
  });
  usePlace({ name: place, of, scroller, active: keys.active, onBack: keys.takeFocus });
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
      aria-activedescendant={keys.active >= 0 ? `row-${keys.active}` : undefined}
      onKeyDown={keys.onKeyDown}
      onMouseOver={showWholeText}
      onFocus={showWholeText}
    >
      <div className="grid-row" data-head role="row" aria-rowindex={1} style={template}>
        {columns.map((column) => (
          <div key={column.name} role="columnheader" className="cell" aria-sort={column.sorted}>
            {column.head ?? column.name}
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const data = row(item.index);
          const place = { height: rowHeight, transform: `translateY(${item.start}px)` };
          return (
            <Unbroken key={item.index} of={data} fallback={<BrokenRow style={place} />}>
              <GridRow
                index={item.index}
                data={data}
                columns={columns}
                keys={keys}
                isLink={props.onOpen !== undefined}
                canExtend={props.onExtend !== undefined}
                isSelected={data !== undefined && isSelected?.(data) === true}
                style={{ ...template, ...place }}
              />
            </Unbroken>
          );
        })}
      </div>
      {isPrinting && count > mostPrinted && (
        <p className="printed">
          <Trans>
            Only the first {mostPrinted} of {count} are printed. Narrow the list by a filter, or
            export it.
          </Trans>
        </p>
      )}
    </div>
  );
}

/** All of them, up to as many as are printed: a sheet is not scrolled. */
const printedItems = (count: number, height: number) =>
  Array.from({ length: Math.min(count, mostPrinted) }, (_, index) => ({
    index,
    start: index * height,
  }));

type RowProps<Row> = {
  index: number;
  /** Undefined while it is on the way. */
  data: Row | undefined;
  columns: readonly GridColumn<Row>[];
  keys: GridKeys<Row>;
  isLink: boolean;
  canExtend: boolean;
  isSelected: boolean;
  style: CSSProperties;
};

const BrokenRow = ({ style }: { style: CSSProperties }) => (
  <div role="row" className="grid-row" style={{ ...style, position: 'absolute', insetInline: 0 }}>
    <div role="gridcell" className="cell">
      <BrokenLine />
    </div>
  </div>
);

function GridRow<Row>(props: RowProps<Row>) {
  const { index, data, columns, keys, isLink, canExtend, isSelected, style } = props;
  return (
    // The grid itself takes the keys (one tab stop) and opens the active row by Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="grid-row"
      data-link={isLink ? true : undefined}
      data-active={index === keys.active ? true : undefined}
      data-selected={isSelected ? true : undefined}
      style={{ ...style, position: 'absolute', insetInline: 0 }}
      onMouseDown={(event) => {
        // Otherwise the text between the two clicks would be selected.
        if (event.shiftKey && canExtend) event.preventDefault();
      }}
      onClickCapture={(event) => keys.onClickFirst(event, index)}
      onClick={(event) => keys.onClick(event, data)}
    >
      {columns.map((column) => (
        <div key={column.name} role="gridcell" className="cell" dir="auto">
          {data === undefined ? (
            <span className="dim" data-on-its-way>
              …
            </span>
          ) : (
            column.cell(data, index)
          )}
        </div>
      ))}
    </div>
  );
}
