// Makes many records as one action, in pieces: each is committed with its part of the undo log,
// so that what was made before a stop or a crash stays, can be undone, and is gone on with under
// the same action when the same is brought in again.

import type { NewRecord, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import {
  beginAction,
  bodyOf,
  docsByCollection,
  noProgress,
  partId,
  type Progress,
} from './action.ts';
import { makeRecord } from './content.ts';
import { atOneTime, type CommandContext, stampNow } from './context.ts';
import { localDoc } from './local-doc.ts';
import { oneAtATime } from './pieces.ts';
import { restored } from './trash.ts';
import type { Plan } from './writes.ts';

export type Made = {
  record: NewRecord;
  row: number;
  /** Of what is here already; left out: it comes back where it was undone. */
  change?: (before: RecordDoc) => Plan | undefined;
};

export type ManyWork = {
  /** Under which an import of its kind that was cut off is remembered. */
  marker: string;
  /** Of what is brought in; by it one that was cut off is known again. */
  print: string;
  name: string;
  /** How many nothing is made of. */
  skipped: number;
  total: number;
  records: (from: number, to: number) => Promise<readonly Made[]>;
};

export type ManyReport = {
  action: string;
  made: number;
  skipped: number;
  isStopped: boolean;
};

export type Watch = {
  onProgress?: (done: number, total: number) => void;
  isStopped?: () => boolean;
};

const piece = 200;

export function makeInPieces(
  store: RecordStore,
  work: ManyWork,
  given: CommandContext,
  watch: Watch = {},
): Promise<Result<ManyReport>> {
  const { total, skipped } = work;
  return oneAtATime(store)(() =>
    store.inPieces(async (write) => {
      const begun = await write((tx) => ok(begunBefore(tx, work)));
      if (!begun.ok) return begun;
      const id = begun.value?.id ?? given.newId();
      const progress = begun.value?.progress ?? noProgress();
      const context = atOneTime(given);
      const report = { action: id, made: 0, skipped, isStopped: false };
      for (let from = 0; from < total; from += piece) {
        if (watch.isStopped?.() === true) return ok({ ...report, isStopped: true });
        const to = Math.min(from + piece, total);
        const some = await work.records(from, to);
        const made = await write((tx) =>
          ok(writePiece(tx, some, { work, id, progress, context, isLast: to === total })),
        );
        if (!made.ok) return made;
        report.made += made.value;
        watch.onProgress?.(to, total);
        await given.yieldNow?.();
      }
      return ok(report);
    }),
  );
}

type Piece = {
  work: ManyWork;
  id: string;
  progress: Progress;
  context: CommandContext;
  isLast: boolean;
};

function writePiece(
  tx: RecordTx,
  some: readonly Made[],
  { work, id, progress, context, isLast }: Piece,
): number {
  const { marker, print, name, skipped } = work;
  const own = (row: number): CommandContext => ({
    ...context,
    source: { type: 'import', action: id, file: name, row },
  });
  const action = beginAction(tx, own(0), 'import', id, progress);
  let count = 0;
  for (const { record, row, change = backAgain } of some) {
    const doc = makeRecord(record, own(row));
    const [collection] = docsByCollection([doc], context).keys();
    if (collection === undefined) continue;
    const before = tx.get(collection, [doc.id]).get(doc.id);
    if (before === undefined) action.create([doc]);
    else {
      const plan = change(before);
      if (plan === undefined || !action.edit(collection, before, plan).ok) continue;
    }
    count += 1;
  }
  action.finish({ skipped });
  if (isLast) tx.purge('local', [marker]);
  else tx.put('local', [localDoc(marker, marker, { action: id, print }, stampNow(context))]);
  return count;
}

/** It was undone, and is wanted again. */
const backAgain = ({ status }: RecordDoc): Plan | undefined =>
  status === 'undone' ? restored : undefined;

/** One that was cut off and not undone since. */
export function begunBefore(
  tx: Pick<RecordTx, 'get'>,
  { marker, print }: Pick<ManyWork, 'marker' | 'print'>,
): { id: string; progress: Progress } | undefined {
  const fields = tx.get('local', [marker]).get(marker)?.fields;
  const id = fields?.['action'];
  if (fields?.['print'] !== print || typeof id !== 'string') return undefined;
  const action = tx.get('local', [id]).get(id)?.fields;
  if (action?.['state'] !== 'done') return undefined;
  const parts = Number(action['parts']);
  const ids = Array.from({ length: parts }, (_, part) => partId(id, part));
  const progress: Progress = {
    touched: [],
    count: Number(action['count']),
    said: new Set(),
    parts,
  };
  for (const part of tx.get('local', ids).values())
    for (const { id: made } of [...bodyOf(part).creates, ...bodyOf(part).edits])
      progress.said.add(made);
  return { id, progress };
}
