// Which columns a view shows beside the name, which is always there and stands among them only
// with its width.

import type { View, ViewColumn } from '../../src-shared/query/view.ts';

type Columns = Pick<View, 'columns'>;

/** `usual`: where nobody has chosen. */
export function columnsIn({ columns }: Columns, usual: readonly string[]): string[] {
  const chosen = columns.map(({ field }) => field).filter((field) => field !== 'name');
  return chosen.length === 0 ? [...usual] : chosen;
}

/** These columns, each with what was said of it before. */
export function withColumns({ columns }: Columns, fields: readonly string[]): ViewColumn[] {
  const known = new Map(columns.map((column) => [column.field, column]));
  const name = known.get('name');
  return [
    ...(name === undefined ? [] : [name]),
    ...fields.map((field): ViewColumn => known.get(field) ?? { field }),
  ];
}

/** Undefined: as wide as it is by itself. */
export function withWidth(
  view: Columns,
  usual: readonly string[],
  field: string,
  width: number | undefined,
): ViewColumn[] {
  const columns = withColumns(view, columnsIn(view, usual));
  const all =
    field === 'name' && !columns.some((one) => one.field === 'name')
      ? [{ field }, ...columns]
      : columns;
  return all.flatMap((column): ViewColumn[] => {
    if (column.field !== field) return [column];
    const { width: _before, ...rest } = column;
    if (width !== undefined) return [{ ...rest, width }];
    return field === 'name' ? [] : [rest];
  });
}
