// The rows of a list, read page by page as it scrolls: ticked, marked cell by cell, copied, pasted
// into and edited where they stand.

import { type ReactNode, useCallback, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useHost } from '../data/host-context.tsx';
import { useHeldView } from '../data/use-held-view.ts';
import { readViewIds, useViewPages } from '../data/use-view.ts';
import type { Cells } from '../ui/use-cells.ts';
import { useListCells } from './cells/use-list-cells.tsx';
import { MovedRows } from './moved-rows.tsx';
import type { ListView } from './use-list-view.ts';
import { type Selection, tickedIn } from './use-selection.ts';
import { type Ticking, useTicking } from './use-ticking.ts';

export type ListRows = {
  /** The view and its order: another one begins at its top. */
  of: string;
  /** Undefined while they are counted. */
  count: number | undefined;
  length: number;
  row: (index: number) => RecordDoc | undefined;
  onRange: (first: number, last: number) => void;
  /** Those in view. */
  shown: RecordDoc[];
  cells: Cells;
  ticking: Ticking;
  /** Before a cell is saved. */
  beforeSave: (id: string) => Promise<void>;
  /** Beside the number of rows: what has moved, and what can be done with the cells. */
  line: ReactNode;
  dialog: ReactNode;
};

/** `view`: of the list, with what is searched for in it. */
export function useListRows(list: ListView, view: View, selection: Selection): ListRows {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const held = useHeldView(view);
  const { count, length, row } = useViewPages(view, range.first, range.last, held.ids);
  const { host } = useHost();
  const of = JSON.stringify({ ...view, columns: [], layout: '' });
  const ticking = useTicking(selection, view);
  const shown: RecordDoc[] = [];
  for (let at = range.first; at <= range.last; at++) {
    const doc = row(at);
    if (doc !== undefined) shown.push(doc);
  }
  const idsIn = async (top: number, bottom: number): Promise<readonly string[]> =>
    held.ids?.slice(top, bottom + 1) ??
    (await readViewIds(host, view, { offset: top, limit: bottom - top + 1 })) ??
    [];
  const { cells, line, dialog } = useListCells({
    of: `${view.layout} ${of}`,
    list,
    rows: length,
    idsIn,
    ticked: tickedIn(selection, host),
    hold: held.hold,
  });
  return {
    of,
    count,
    length,
    row,
    onRange,
    shown,
    cells,
    ticking,
    beforeSave: held.hold,
    line: (
      <>
        <MovedRows held={held} />
        {line}
      </>
    ),
    dialog,
  };
}
