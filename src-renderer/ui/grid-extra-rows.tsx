// Rows of a grid that are none of its records: the head of a group, and the foot of the
// columns.

import type { CSSProperties, ReactNode } from 'react';

type Column = { name: string; foot?: ReactNode };

/** `feet`: by the columns' names, what is below each of them. */
export type GroupRow = { label: ReactNode; feet: { readonly [name: string]: ReactNode } };

type HeadProps = {
  index: number;
  head: GroupRow;
  columns: readonly Column[];
  /** The row that is active. */
  active: number;
  style: CSSProperties;
};

/** Its name stands over the first two columns. */
export const HeadRow = ({ index, head, columns, active, style }: HeadProps) => (
  <div
    id={`row-${index}`}
    role="row"
    aria-rowindex={index + 2}
    className="grid-row"
    data-group
    data-active={index === active ? true : undefined}
    style={{ ...style, position: 'absolute', insetInline: 0 }}
  >
    <div role="gridcell" className="cell" style={{ gridColumn: 'span 2' }} aria-colspan={2}>
      {head.label}
    </div>
    {columns.slice(2).map((column) => (
      <div key={column.name} role="gridcell" className="cell">
        {head.feet[column.name]}
      </div>
    ))}
  </div>
);

/** None where no column has anything there. */
export function FootRow({ columns, style }: Pick<HeadProps, 'columns' | 'style'>) {
  if (columns.every(({ foot }) => foot === undefined)) return null;
  return (
    <div className="grid-row" data-foot role="row" style={style}>
      {columns.map((column) => (
        <div key={column.name} role="gridcell" className="cell">
          {column.foot}
        </div>
      ))}
    </div>
  );
}
