// Copies cells of a list, or all that is ticked, as text for other programs.

import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';

import {
  csvOf,
  htmlOf,
  mailList,
  markdownOf,
  tsvOf,
} from '../../../src-shared/transfer/table-text.ts';
import { announce } from '../../data/announce.ts';
import { showFailure } from '../../data/use-command.tsx';
import { blockOf, cellsIn } from '../../ui/cell-range.ts';
import { toClipboard } from '../../ui/to-clipboard.ts';
import type { Cells } from '../../ui/use-cells.ts';
import type { ListView } from '../use-list-view.ts';
import { columnsIn } from '../view-columns.ts';
import { type RowsText, useRowsText } from './use-rows-text.ts';

/** Cells: as spreadsheets do it, without a head. */
export type CopyAs = 'cells' | 'csv' | 'tsv' | 'markdown' | 'mails';

/** More belong into a file. */
const mostCells = 100_000;

type Listed = {
  list: ListView;
  cells: Cells;
  /** What stands in these rows. */
  idsIn: (top: number, bottom: number) => Promise<readonly string[]>;
  /** What is ticked; undefined where nothing is. */
  ticked: (() => Promise<readonly string[]>) | undefined;
};

export type Copying = {
  /** What was copied last, in words. */
  said: string;
  copy: (how: CopyAs) => void;
};

export function useCopying({ list, cells, idsIn, ticked }: Listed): Copying {
  const readTable = useRowsText(list.kind);
  const [said, setSaid] = useState('');
  const all = ['name', ...columnsIn(list.view, list.kind.usualColumns)];
  const copy = async (how: CopyAs): Promise<void> => {
    const block = cells.range === undefined ? undefined : blockOf(cells.range);
    // The first column of the grid holds the boxes.
    const fields = block === undefined ? all : all.slice(block.first - 1, block.last);
    if (block !== undefined && cellsIn(block) > mostCells) return showFailure(tooMany());
    const ids = block === undefined ? await ticked?.() : await idsIn(block.top, block.bottom);
    if (ids === undefined || ids.length === 0) return undefined;
    if (ids.length * fields.length > mostCells) return showFailure(tooMany());
    const table = await readTable(ids, fields);
    if (table === undefined) return undefined;
    const { text, html, words } = written(table, how);
    if (!(await toClipboard(text, html)))
      return showFailure(t`The clipboard could not be used. Please try again.`);
    setSaid(words);
    announce(words);
    return undefined;
  };
  return { said, copy: (how) => void copy(how) };
}

const tooMany = (): string =>
  t`That is too much for the clipboard. Copy fewer rows, or tick them and choose “Export these”.`;

type Written = { text: string; html?: string; words: string };

function written({ head, rows, docs }: RowsText, how: CopyAs): Written {
  const withHead = [head, ...rows];
  switch (how) {
    case 'cells': {
      const count = rows.length * head.length;
      const words = plural(count, { one: '# cell copied', other: '# cells copied' });
      return { text: tsvOf(rows), html: htmlOf(rows), words };
    }
    case 'csv':
      return { text: csvOf(withHead), words: rowsCopied(rows.length) };
    case 'tsv':
      return { text: tsvOf(withHead), html: htmlOf(withHead), words: rowsCopied(rows.length) };
    case 'markdown':
      return { text: markdownOf(withHead), words: rowsCopied(rows.length) };
    case 'mails': {
      const reached = docs.flatMap(({ name, sets }) => {
        const email = sets['emails']?.[0]?.value ?? '';
        return email === '' ? [] : [{ name, email }];
      });
      const without = docs.length - reached.length;
      const copied = plural(reached.length, {
        one: '# address copied',
        other: '# addresses copied',
      });
      const left = plural(without, {
        one: '# person has none',
        other: '# people have none',
      });
      return { text: mailList(reached), words: without === 0 ? copied : t`${copied}, ${left}` };
    }
  }
}

const rowsCopied = (count: number): string =>
  plural(count, { one: '# row copied', other: '# rows copied' });
