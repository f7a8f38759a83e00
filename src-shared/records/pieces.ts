// How work on very many records is cut, so that nobody else's edit waits for long: into
// transactions that end early as soon as somebody waits to write.

import { ok, type Result } from '../domain/result.ts';
import { createInTurn, type InTurn } from '../pacing/in-turn.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import type { CommandContext } from './context.ts';

/** Of so many no other edit is kept waiting for long. */
export const few = 100;
/** Records written before others are listened to again: one or two milliseconds. */
const atOnce = 5;
/** Records written in one transaction, unless somebody waits for it to end. */
export const mostInPiece = 500;

/**
 * Does the records of a list from `from` on, a few at a time, as far as one transaction is to
 * go; answers with where the next begins. The first failure ends it.
 */
export async function doPiece(
  tx: RecordTx,
  context: CommandContext,
  from: number,
  length: number,
  work: (from: number, to: number) => Result<null>,
): Promise<Result<number>> {
  const end = Math.min(from + mostInPiece, length);
  let at = from;
  do {
    const to = Math.min(at + atOnce, end);
    const done = work(at, to);
    if (!done.ok) return done;
    at = to;
    await context.yieldNow?.();
  } while (at < end && !tx.isAwaited());
  return ok(at);
}

const turnByStore = new WeakMap<RecordStore, InTurn>();

/** What takes several transactions is done by one at a time: an undo waits for an edit to end. */
export function oneAtATime(store: RecordStore): InTurn {
  const known = turnByStore.get(store) ?? createInTurn();
  turnByStore.set(store, known);
  return known;
}
