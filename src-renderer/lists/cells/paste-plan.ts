// What would change if a block were pasted onto the list: looked at in pieces, so that the
// window goes on meanwhile.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import type { Change } from '../../../src-shared/records/command.ts';
import { changesOfCell } from '../../fields/cell-changes.ts';
import { type CellTarget, writtenCell } from '../../fields/cell-target.ts';

export type PastedCell = { name: string; column: string; before: string; after: string };
export type Misfit = { name: string; column: string; text: string; problem: string };

export type PastePlan = {
  changes: Change[];
  /** Of those whose records change. */
  ids: string[];
  changed: PastedCell[];
  same: number;
  misfits: Misfit[];
  /** Empty cells of the block, which leave what is there. */
  kept: number;
  /** Names of columns that cannot be pasted into, and hold something else. */
  readOnly: string[];
};

type PlanColumn = {
  label: string;
  /** Undefined where it is only read. */
  target: CellTarget | undefined;
  shown: (doc: RecordDoc) => string;
};

type Question = {
  /** Undefined for one that is gone. */
  docs: readonly (RecordDoc | undefined)[];
  rows: readonly (readonly string[])[];
  columns: readonly PlanColumn[];
  readerOf: (doc: RecordDoc, target: CellTarget) => Reader;
  /** Empty cells take away what stands there. */
  isClearing: boolean;
  isOver: () => boolean;
};

/** After as many cells others get their turn. */
const pieceOf = 400;

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export async function planPaste(question: Question): Promise<PastePlan> {
  const { docs, rows, columns, readerOf, isClearing, isOver } = question;
  const plan: PastePlan = {
    changes: [],
    ids: [],
    changed: [],
    same: 0,
    misfits: [],
    kept: 0,
    readOnly: [],
  };
  let looked = 0;
  for (const [at, row] of rows.entries()) {
    const doc = docs[at];
    if (doc === undefined) continue;
    const before = plan.changes.length;
    for (const [over, text] of row.entries()) {
      looked += 1;
      if (looked % pieceOf === 0) await pause();
      if (isOver()) return plan;
      const column = columns[over];
      if (column !== undefined) await lookAt(plan, doc, text.trim(), column);
    }
    if (plan.changes.length > before) plan.ids.push(doc.id);
  }
  return plan;

  async function lookAt(
    into: PastePlan,
    doc: RecordDoc,
    text: string,
    { label, target, shown }: PlanColumn,
  ): Promise<void> {
    if (target === undefined) {
      if (text !== '' && text !== shown(doc) && !into.readOnly.includes(label))
        into.readOnly.push(label);
      return;
    }
    const reader = readerOf(doc, target);
    const now = writtenCell(target, doc, reader);
    if (text === now) into.same += text === '' ? 0 : 1;
    else if (text === '' && !isClearing) into.kept += 1;
    else {
      const read = await changesOfCell(target, { doc, text, label, reader, isPasted: true });
      if (!('changes' in read))
        into.misfits.push({ name: doc.name, column: label, text, problem: read.problem });
      else if (read.changes.length === 0) into.same += 1;
      else {
        into.changes.push(...read.changes);
        into.changed.push({ name: doc.name, column: label, before: now, after: text });
      }
    }
  }
}
