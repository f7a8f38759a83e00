// A grid whose rows exist only while they are in view. Rows are reached by the arrow
// keys (one tab stop for the whole grid), Enter opens, Space selects. With `cells`, each cell
// is reached, too, and those that can be are edited in place.

import { Trans } from '@lingui/react/macro';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

import { Unbroken } from './broken.tsx';
import { useColumnWidths } from './column-widths.ts';
import { FootRow, type GroupRow, HeadRow } from './grid-extra-rows.tsx';
import { GridHead } from './grid-head.tsx';
import { BrokenRow, GridRow } from './grid-row.tsx';
import type { GridColumn } from './grid-column.ts';
import type { Cells } from './use-cells.ts';
import { keptPlace, usePlace } from './use-place.ts';
import { useReached } from './use-reached.ts';
import { mostPrinted, usePrinting } from './printing.ts';
import { type GridActions, useGridKeys } from './use-grid-keys.ts';
import { showWholeText } from './whole-text.ts';

export type { GridColumn } from './grid-column.ts';

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
  /** Of a row that is the head of those below it, not one of them. */
  head?: (index: number) => GroupRow | undefined;
  /** Rows in view, so that their data can be read. */
  onRange?: (first: number, last: number) => void;
  isSelected?: (row: Row) => boolean;
  /** Left out: only whole rows are reached. */
  cells?: Cells;
};

export function VirtualGrid<Row>(props: Props<Row>) {
  const { label, columns: all, count, rowHeight = 48, row, onRange, onToggle, isSelected } = props;
  const { cells, of = label } = props;
  const editedRow = cells?.editing?.row;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // Whatever is scrolled away, the row that is being edited is there.
    rangeExtractor: (range) => withRow(range, editedRow),
  });
  const isPrinting = usePrinting();
  const columns = isPrinting ? all.filter(({ isScreenOnly }) => isScreenOnly !== true) : all;
  const items = isPrinting ? printedItems(count, rowHeight) : rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  const { row: reached, before } = useReached(of, count, (index) => rows.scrollToIndex(index));
  const keys = useGridKeys({
    ...props,
    columns,
    scroller,
    first: reached ?? keptPlace(place, of)?.active ?? -1,
    scrollTo: (index) => rows.scrollToIndex(index),
  });
  usePlace({ name: place, of, scroller, active: keys.active, onBack: before(keys.takeFocus) });
  const widths = useColumnWidths(columns);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      style={{ scrollPaddingInlineStart: widths.covered }}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={onToggle === undefined ? undefined : true}
      aria-activedescendant={activeId(keys.active, cells, items)}
      onKeyDown={keys.onKeyDown}
      onPaste={(event) => {
        if (event.target === event.currentTarget) cells?.onPaste?.(event.clipboardData);
      }}
      {...wholeText}
    >
      <GridHead columns={columns} style={{ ...widths.row, ...widths.all }} draft={widths.draft} />
      <div
        role="rowgroup"
        style={{ height: rows.getTotalSize(), position: 'relative', ...widths.all }}
      >
        {items.map((item) => {
          const data = row(item.index);
          const head = props.head?.(item.index);
          const place = { height: rowHeight, transform: `translateY(${item.start}px)` };
          if (head !== undefined) {
            const rest = { head, columns, index: item.index, active: keys.active };
            return <HeadRow key={item.index} {...rest} style={{ ...widths.row, ...place }} />;
          }
          return (
            <Unbroken key={item.index} of={data} fallback={<BrokenRow style={place} />}>
              <GridRow
                index={item.index}
                data={data}
                columns={columns}
                keys={keys}
                isLink={props.onOpen !== undefined}
                canExtend={props.onExtend !== undefined}
                cells={cells}
                isSelected={data !== undefined && isSelected?.(data) === true}
                style={{ ...widths.row, ...place }}
              />
            </Unbroken>
          );
        })}
      </div>
      <FootRow columns={columns} style={{ ...widths.row, ...widths.all }} />
      {isPrinting && count > mostPrinted && <NotAllPrinted count={count} />}
    </div>
  );
}

const wholeText = { onMouseOver: showWholeText, onFocus: showWholeText };

const NotAllPrinted = ({ count }: { count: number }) => (
  <p className="printed">
    <Trans>
      Only the first {mostPrinted} of {count} are printed. Narrow the list by a filter, or export
      it.
    </Trans>
  </p>
);

const withRow = (range: Range, row: number | undefined): number[] => {
  const rows = defaultRangeExtractor(range);
  return row === undefined || rows.includes(row) || row >= range.count
    ? rows
    : [...rows, row].sort((a, b) => a - b);
};

/** None where it is scrolled away, or gone from a list that became shorter. */
function activeId(
  row: number,
  cells: Cells | undefined,
  items: readonly { index: number }[],
): string | undefined {
  const head = cells?.range?.head;
  if (!items.some(({ index }) => index === (head?.row ?? row))) return undefined;
  return head === undefined ? `row-${row}` : `cell-${head.row}-${head.column}`;
}

/** All of them, up to as many as are printed: a sheet is not scrolled. */
const printedItems = (count: number, height: number) =>
  Array.from({ length: Math.min(count, mostPrinted) }, (_, index) => ({
    index,
    start: index * height,
  }));
