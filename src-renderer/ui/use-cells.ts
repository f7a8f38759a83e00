// The cells of a grid that are meant, and the one that is being edited. While none is, whole
// rows are: a click opens one and the arrow keys go from one to the next.

import { useState } from 'react';

import type { Cell, CellRange } from './cell-range.ts';

/** `typed`: what the editor begins with, instead of what stands there. */
export type Editing = Cell & { typed?: string };

export type Cells = {
  /** Undefined while whole rows are meant. */
  range: CellRange | undefined;
  editing: Editing | undefined;
  show: (range: CellRange | undefined) => void;
  edit: (editing: Editing | undefined) => void;
  /** Somebody typed on a cell that is not edited in place. */
  refuse: () => void;
  /** That was so, and they are still there. */
  isRefused: boolean;
  /** Ctrl or Cmd with C, and what somebody pastes. */
  onCopy?: () => void;
  onPaste?: (pasted: DataTransfer) => void;
  /** Takes away what stands in them. */
  onClear?: () => void;
};

type State = Pick<Cells, 'range' | 'editing' | 'isRefused'> & { of: string };

/** `of`: what is listed; in another list no cell is meant. */
export function useCells(of: string): Cells {
  const none: State = { of, range: undefined, editing: undefined, isRefused: false };
  const [kept, setState] = useState(none);
  const { range, editing, isRefused } = kept.of === of ? kept : none;
  return {
    range,
    editing,
    isRefused,
    show: (next) => setState({ ...none, range: next }),
    edit: (next) =>
      setState((old) => ({
        of,
        range: next === undefined ? old.range : { base: next, head: next },
        editing: next,
        isRefused: false,
      })),
    refuse: () => setState((old) => ({ ...old, isRefused: true })),
  };
}
