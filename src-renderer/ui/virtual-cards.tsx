// Cards side by side, of which only those in view exist. They are reached by the arrow keys (one
// tab stop for all of them), Enter opens, Space selects, as in a grid of rows.

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

import { Unbroken } from './broken.tsx';
import { type GridActions, type GridKeys, useGridKeys } from './use-grid-keys.ts';
import { keptPlace, usePlace } from './use-place.ts';
import { useReached } from './use-reached.ts';

/** Under which the place of a page's list is kept. */
const place = 'list';
const leastWidth = 260;
const gap = 12;

type Props<Row> = GridActions<Row> & {
  label: string;
  count: number;
  /** Of one card, in px. */
  height: number;
  /** What is listed: another has another place. */
  of: string;
  row: (index: number) => Row | undefined;
  onRange?: ((first: number, last: number) => void) | undefined;
  isSelected: (row: Row) => boolean;
  card: (row: Row) => ReactNode;
};

export function VirtualCards<Row>(props: Props<Row>) {
  const { label, count, height, of, row, onRange, isSelected, card } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(scroller, ref);
  const perRow = Math.max(1, Math.floor((width + gap) / (leastWidth + gap)));
  const rows = useVirtualizer({
    count: Math.ceil(count / perRow),
    getScrollElement: () => scroller.current,
    estimateSize: () => height + gap,
    overscan: 4,
  });
  const items = rows.getVirtualItems();
  const first = (items[0]?.index ?? 0) * perRow;
  const last = Math.min(count, ((items.at(-1)?.index ?? 0) + 1) * perRow) - 1;
  useEffect(() => onRange?.(first, Math.max(first, last)), [onRange, first, last]);
  const { row: reached, before } = useReached(of, count, (index) =>
    rows.scrollToIndex(Math.floor(index / perRow)),
  );
  const keys = useGridKeys<Row>({
    ...props,
    columns: [],
    perRow,
    scroller,
    first: reached ?? keptPlace(place, of)?.active ?? -1,
    scrollTo: (index) => rows.scrollToIndex(Math.floor(index / perRow)),
  });
  usePlace({ name: place, of, scroller, active: keys.active, onBack: before(keys.takeFocus) });
  return (
    <div
      ref={merged}
      className="cards"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={Math.ceil(count / perRow)}
      aria-colcount={perRow}
      aria-multiselectable
      aria-activedescendant={
        keys.active >= first && keys.active <= last ? `row-${keys.active}` : undefined
      }
      onKeyDown={keys.onKeyDown}
    >
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(({ index: at, start }) => (
          <div
            key={at}
            role="row"
            aria-rowindex={at + 1}
            className="card-row"
            style={{
              gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))`,
              height,
              transform: `translateY(${start}px)`,
            }}
          >
            {Array.from({ length: Math.min(perRow, count - at * perRow) }, (_, over) => (
              <Card
                key={over}
                index={at * perRow + over}
                column={over}
                data={row(at * perRow + over)}
                keys={keys}
                isSelected={isSelected}
                card={card}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

type CardProps<Row> = Pick<Props<Row>, 'isSelected' | 'card'> & {
  index: number;
  column: number;
  /** Undefined while it is on the way. */
  data: Row | undefined;
  keys: GridKeys<Row>;
};

function Card<Row>({ index, column, data, keys, isSelected, card }: CardProps<Row>) {
  const isTicked = data !== undefined && isSelected(data);
  return (
    // The grid itself takes the keys (one tab stop) and opens the active card by Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`row-${index}`}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isTicked}
      className="card"
      data-active={index === keys.active ? true : undefined}
      data-selected={isTicked ? true : undefined}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault();
      }}
      onClickCapture={(event) => keys.onClickFirst(event, index)}
      onClick={(event) => keys.onClick(event, data, index)}
    >
      <Unbroken of={data}>
        {data === undefined ? (
          <span className="dim" data-on-its-way>
            …
          </span>
        ) : (
          card(data)
        )}
      </Unbroken>
    </div>
  );
}
