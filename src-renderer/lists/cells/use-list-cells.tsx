// The list as a table: its cells, what is copied of them and what is pasted into them.

import { type ReactNode, useState } from 'react';

import { showFailure, showRemark } from '../../data/use-command.tsx';
import { t } from '@lingui/core/macro';
import { blockOf, cellsIn } from '../../ui/cell-range.ts';
import { type Cells, useCells } from '../../ui/use-cells.ts';
import { CellsLine } from './cells-line.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { cellsPasted, mostPasted, type Placed, pastedRows, placed } from './pasted.ts';
import type { ListView } from '../use-list-view.ts';
import { columnsIn } from '../view-columns.ts';
import { useCopying } from './use-copying.ts';

type Listed = {
  /** What is listed; in another list no cell is meant. */
  of: string;
  list: ListView;
  rows: number;
  /** What stands in these rows. */
  idsIn: (top: number, bottom: number) => Promise<readonly string[]>;
  /** What is ticked; undefined where nothing is. */
  ticked: (() => Promise<readonly string[]>) | undefined;
  /** Before one of them is changed. */
  hold: (id: string) => Promise<void>;
};

type Table = { cells: Cells; line: ReactNode; dialog: ReactNode };

type Pasting = Placed & { isClearing: boolean };

export function useListCells({ of, list, rows, idsIn, ticked, hold }: Listed): Table {
  const cells = useCells(of);
  const copying = useCopying({ list, cells, idsIn, ticked });
  const [pasting, setPasting] = useState<Pasting>();
  const last = columnsIn(list.view, list.kind.usualColumns).length + 1;
  const block = cells.range === undefined ? undefined : blockOf(cells.range);
  const begin = (what: string[][], isClearing: boolean): void => {
    if (what.length === 0) return;
    if (block === undefined) return showRemark(whereTo());
    const count = Math.max(cellsPasted(what), what.length === 1 ? cellsIn(block) : 0);
    if (count > mostPasted) return showFailure(tooMany());
    setPasting({ ...placed(what, block, { rows, last }), isClearing });
  };
  return {
    cells: {
      ...cells,
      onCopy: () => copying.copy('cells'),
      onPaste: (data) => begin(pastedRows(data), false),
      onClear: () => begin([['']], true),
    },
    line: (
      <CellsLine
        cells={cells}
        hasTicked={ticked !== undefined}
        hasMails={list.kind.of === 'people'}
        copying={copying}
      />
    ),
    dialog:
      pasting === undefined ? null : (
        <PasteDialog
          list={list}
          pasting={pasting}
          idsIn={idsIn}
          hold={hold}
          onClose={() => setPasting(undefined)}
        />
      ),
  };
}

const tooMany = (): string =>
  t`That is more than 100,000 cells, too much to paste in one go. Nothing was changed. Save the block as a file and import it, or paste it in parts.`;

const whereTo = (): string =>
  t`Nothing was pasted yet: go to a row and press →, or drag over some cells, to say where to. Then paste again.`;
