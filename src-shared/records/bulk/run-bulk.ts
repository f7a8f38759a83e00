// Does a bulk edit that was looked at, as one action: in pieces, so that nobody else waits,
// each committed with its part of the undo log. Whoever has changed since they were looked at
// is left as they are, and counted.

import { ok, type Result } from '../../domain/result.ts';
import type { RecordDoc } from '../../domain/record.ts';
import type { RecordStore, RecordTx } from '../../store/record-store.ts';
import { type Action, type ActionLabel, beginAction, noProgress } from '../action.ts';
import type { Done, Ref } from '../command.ts';
import { makeRecord } from '../content.ts';
import type { CommandContext } from '../context.ts';
import { doPiece, oneAtATime } from '../pieces.ts';
import { planChanges } from '../plan-changes.ts';
import { trashed, withParts } from '../trash.ts';
import type { Plan } from '../writes.ts';
import { cannot, type Outcome } from './bulk-context.ts';
import { noteRefused, type PlannedBulk, type Refused } from './open-bulk.ts';
import { outcomeFor } from './outcome.ts';

/** `left`: people who have changed meanwhile. */
export type BulkDone = Done & { isStopped: boolean; refused: Refused[] };

type Watch = {
  /** How many people are through. */
  onProgress?: (done: number) => void;
  /** Asked between pieces: what was done until then stays, as an action of its own. */
  isStopped?: () => boolean;
};

type Work = PlannedBulk & {
  commands: CommandContext;
  label: ActionLabel;
  refused: Refused[];
  left: number;
  trash: Plan;
};

export function runBulk(
  store: RecordStore,
  planned: PlannedBulk,
  commands: CommandContext,
  watch: Watch = {},
): Promise<Result<BulkDone>> {
  const { edit, of } = planned.context;
  // History calls a bulk edit one of people.
  const label = edit.type === 'trash' ? 'trash' : of.collection === 'people' ? 'bulk' : 'edit';
  const work = {
    ...planned,
    commands,
    label,
    refused: [],
    left: 0,
    trash: trashed(commands),
  } as const;
  return oneAtATime(store)(() =>
    store.inPieces(async (write) => {
      const ids = await idsOf(write, planned);
      return ids.ok ? inPieces(write, { ...work, refused: [] }, ids.value, watch) : ids;
    }),
  );
}

/** Into the trash goes who is part of them, too. */
async function idsOf(
  write: RecordStore['write'],
  { had, context }: PlannedBulk,
): Promise<Result<string[]>> {
  const ids = [...had.keys()];
  if (context.edit.type !== 'trash') return ok(ids);
  const refs = ids.map((id): Ref => ({ collection: context.of.collection, id }));
  return write((tx) => ok(withParts(tx, refs).map(({ id }) => id)));
}

async function inPieces(
  write: RecordStore['write'],
  work: Work,
  ids: readonly string[],
  { onProgress, isStopped }: Watch,
): Promise<Result<BulkDone>> {
  const progress = noProgress();
  const { label, commands } = work;
  const id = commands.newId();
  let done: Result<Done> = ok({ action: id, label, ids: [], count: 0, left: 0 });
  let from = 0;
  while (from < ids.length && isStopped?.() !== true) {
    done = await write(async (tx) => {
      const action = beginAction(tx, commands, label, id, progress);
      const reached = await doPiece(tx, commands, from, ids.length, (first, end) => {
        const some = ids.slice(first, end);
        const docs = tx.get(work.context.of.collection, some);
        for (const one of some) doOne(work, tx, action, one, docs.get(one));
        return ok(null);
      });
      if (!reached.ok) return reached;
      from = reached.value;
      return ok(action.finish());
    });
    if (!done.ok) return done;
    onProgress?.(from);
  }
  const { left, refused } = work;
  return done.ok ? ok({ ...done.value, left, refused, isStopped: from < ids.length }) : done;
}

function doOne(
  work: Work,
  tx: RecordTx,
  action: Action,
  id: string,
  doc: RecordDoc | undefined,
): void {
  const { edit, of } = work.context;
  if (edit.type === 'trash') {
    if (doc !== undefined && !action.edit(of.collection, doc, work.trash).ok)
      noteRefused(work.refused, 'refused', doc.name);
    return;
  }
  const outcome = now(work, tx, id, doc);
  if (outcome === 'changed') work.left += 1;
  else if (outcome.is === 'cannot') noteRefused(work.refused, outcome.why, doc?.name ?? '');
  else if (outcome.is === 'change' && doc !== undefined) write(work, action, doc, outcome);
}

/** What it comes to for somebody as they are now. */
function now(
  { context, had }: Work,
  tx: RecordTx,
  id: string,
  doc: RecordDoc | undefined,
): Outcome | 'changed' {
  const { edit } = context;
  if (edit.type === 'role' && tx.get('groups', [edit.group]).get(edit.group)?.status !== 'live')
    return cannot('gone');
  const outcome = outcomeFor(doc, context);
  if (outcome.is === 'same') return 'changed';
  return outcome.is === 'change' && JSON.stringify(outcome.before) !== had.get(id)
    ? 'changed'
    : outcome;
}

function write(
  { context: { edit, of }, commands, refused }: Work,
  action: Action,
  doc: RecordDoc,
  { changes }: Extract<Outcome, { is: 'change' }>,
): void {
  if (edit.type === 'role') {
    const fields = { type: 'role', from: doc.id, to: edit.group, title: edit.title };
    return action.create([makeRecord({ kind: 'tie', fields }, commands)]);
  }
  const edited = action.edit(of.collection, doc, planChanges(changes, commands));
  if (edited.ok) return;
  const { code } = edited.error;
  noteRefused(refused, code === 'names-private' ? code : 'refused', doc.name);
}
