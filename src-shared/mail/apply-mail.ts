// Makes the moments of a plan as one action, in pieces: each is committed with its part of the
// undo log, so that what was made before a stop or a crash stays, can be undone, and is gone
// on with under the same action when the same files are brought in again.

import type { RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import { beginAction, bodyOf, noProgress, partId, type Progress } from '../records/action.ts';
import { makeRecord } from '../records/content.ts';
import { atOneTime, type CommandContext, stampNow } from '../records/context.ts';
import { localDoc } from '../records/local-doc.ts';
import { oneAtATime } from '../records/pieces.ts';
import { restored } from '../records/trash.ts';
import type { Plan } from '../records/writes.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { mailMoment } from './mail-moment.ts';
import type { MailBody, MailHead } from './mail-types.ts';
import type { MailPlan } from './plan-mail.ts';
import type { MailReport } from './plan-types.ts';

export type MailWork = {
  heads: readonly MailHead[];
  makes: MailPlan['makes'];
  /** Of the files together; by it an import that was cut off is known again. */
  print: string;
  name: string;
  /** How many mails nothing is made of. */
  skipped: number;
  bodies: (heads: readonly number[]) => Promise<MailBody[]>;
};

type Watch = {
  onProgress?: (done: number, total: number) => void;
  isStopped?: () => boolean;
};

const marker = 'mail-import';
const piece = 200;

export function applyMail(
  store: RecordStore,
  work: MailWork,
  given: CommandContext,
  watch: Watch = {},
): Promise<Result<MailReport>> {
  return oneAtATime(store)(() =>
    store.inPieces(async (write) => {
      const begun = await write((tx) => ok(begunBefore(tx, work.print)));
      if (!begun.ok) return begun;
      const id = begun.value?.id ?? given.newId();
      const progress = begun.value?.progress ?? noProgress();
      const context = atOneTime(given);
      const own = (row: number): CommandContext => ({
        ...context,
        source: { type: 'import', action: id, file: work.name, row },
      });
      const total = work.makes.length;
      const report = { action: id, made: 0, skipped: work.skipped, isStopped: false };
      for (let from = 0; from < total; from += piece) {
        if (watch.isStopped?.() === true) return ok({ ...report, isStopped: true });
        const some = work.makes.slice(from, from + piece);
        const bodies = await work.bodies(some.map(({ head }) => head));
        const isLast = from + piece >= total;
        const made = await write((tx) => writePiece(tx, some, bodies, isLast));
        if (!made.ok) return made;
        report.made += made.value;
        watch.onProgress?.(Math.min(from + piece, total), total);
        await given.yieldNow?.();
      }
      return ok(report);

      function writePiece(
        tx: RecordTx,
        some: MailPlan['makes'],
        bodies: readonly MailBody[],
        isLast: boolean,
      ): Result<number> {
        const action = beginAction(tx, own(0), 'import', id, progress);
        let count = 0;
        for (const [at, { head: row, made }] of some.entries()) {
          const [head, body] = [work.heads[row], bodies[at]];
          if (head === undefined || body === undefined) continue;
          const doc = makeRecord(mailMoment(head, body, made, given.hash), own(row + 1));
          const before = tx.get('moments', [doc.id]).get(doc.id);
          if (before === undefined) action.create([doc]);
          else {
            const change = changeOf(before, head, body);
            if (change === undefined || !action.edit('moments', before, change).ok) continue;
          }
          count += 1;
        }
        action.finish({ skipped: work.skipped });
        if (isLast) tx.purge('local', [marker]);
        else {
          const fields = { action: id, print: work.print };
          tx.put('local', [localDoc(marker, marker, fields, stampNow(context))]);
        }
        return ok(count);
      }
    }),
  );
}

/** It was undone, and is wanted again; or it is a day of a chat that has gone on since. */
function changeOf(before: RecordDoc, head: MailHead, body: MailBody): Plan | undefined {
  const isGrown =
    head.chat !== undefined && body.text !== before.note && body.text.startsWith(before.note);
  const longer: Plan = () => [{ what: 'note', value: body.text }];
  if (before.status === 'undone')
    return isGrown ? (...given) => [...restored(...given), ...longer(...given)] : restored;
  return before.status === 'live' && isGrown ? longer : undefined;
}

/** An import of these files that was cut off and not undone since. */
export function begunBefore(
  tx: Pick<RecordTx, 'get'>,
  print: string,
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
