// Runs one command: the records and the undo entry are committed together or not at all.
// Edits of very many records are the exception, see `edit-all.ts` and `turn.ts`.

import type { JsonValue, Source } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { beginAction } from './action.ts';
import type { Change, Command, Done, Ref } from './command.ts';
import { createRecords } from './create.ts';
import { atOneTime, type CommandContext } from './context.ts';
import type { Plan } from './writes.ts';
import { planChanges } from './plan-changes.ts';
import { editAll, type Step } from './edit-all.ts';
import { judge } from './judge.ts';
import { eraseRecords } from './erase/erase.ts';
import { shareMoment } from './share-moment.ts';
import { shareRecords } from './share.ts';
import { turnAction } from './turn.ts';
import { mergeMany } from './merge-many.ts';
import { mergePeople, takeApart, unmergePerson } from './merge-people.ts';
import { isOnItsOwnAgain, ownAgainId } from './merged.ts';
import { restored, trashed, withParts } from './trash.ts';
import { changeTags } from './tags/change-tags.ts';

export function runCommand(
  store: RecordStore,
  command: Command,
  surroundings: CommandContext,
): Promise<Result<Done>> {
  const context = atOneTime(surroundings);
  switch (command.type) {
    case 'edit':
      return editAll(
        store,
        'edit',
        stepsOf(command.changes, context),
        withSource(context, command.source),
      );
    case 'trash':
      return editWhole(store, 'trash', command.refs, trashed(context), context);
    case 'restore':
      return editWhole(store, 'restore', command.refs, restored, context);
    case 'merge-many':
      return mergeMany(store, command.merges, context);
    case 'tags':
      return changeTags(store, command, context);
    case 'undo':
      return turnAction(store, context, 'undo', command.action);
    case 'redo':
      return turnAction(store, context, 'redo', command.action);
    default:
      return store.write((tx) => runIn(tx, command, context));
  }
}

const stepsFor = (refs: readonly Ref[], plan: Plan): Step[] => refs.map((ref) => ({ ref, plan }));

/** With whatever is part of these. */
async function editWhole(
  store: RecordStore,
  label: 'trash' | 'restore',
  refs: readonly Ref[],
  plan: Plan,
  context: CommandContext,
): Promise<Result<Done>> {
  const whole = await store.write((tx) => ok(withParts(tx, refs)));
  return whole.ok ? editAll(store, label, stepsFor(whole.value, plan), context) : whole;
}

function runIn(
  tx: RecordTx,
  command: Exclude<
    Command,
    { type: 'edit' | 'trash' | 'restore' | 'merge-many' | 'tags' | 'undo' | 'redo' }
  >,
  context: CommandContext,
): Promise<Result<Done>> | Result<Done> {
  switch (command.type) {
    case 'create':
      return createRecords(tx, command, context);
    case 'erase':
      return eraseRecords(tx, context, command.refs);
    case 'merge':
      return mergePeople(tx, context, command.keep, command.gone, command.choices);
    case 'unmerge':
      return unmergePerson(tx, context, command.gone);
    case 'judge':
      return judge(tx, command, context);
    case 'resolve-conflict':
      return resolveConflict(tx, command, context);
    case 'share':
      return shareRecords(tx, { people: command.people, groups: command.groups ?? [] }, context);
    case 'share-moment':
      return shareMoment(tx, command.id, context);
    case 'keep-current':
      return keepCurrent(tx, command.conflicts, context);
  }
}

const withSource = (context: CommandContext, source: Source | undefined): CommandContext =>
  source === undefined ? context : { ...context, source };

/** All changes of one record are one step. */
function stepsOf(changes: readonly Change[], context: CommandContext): Step[] {
  const changesByRecord = new Map<string, { ref: Ref; changes: Change[] }>();
  for (const change of changes) {
    const key = `${change.ref.collection}/${change.ref.id}`;
    const known = changesByRecord.get(key);
    if (known === undefined) changesByRecord.set(key, { ref: change.ref, changes: [change] });
    else known.changes.push(change);
  }
  return [...changesByRecord.values()].map(({ ref, changes: own }) => ({
    ref,
    plan: planChanges(own, context),
  }));
}

function resolveConflict(
  tx: RecordTx,
  { ref, conflict: id, choice, instead }: Extract<Command, { type: 'resolve-conflict' }>,
  context: CommandContext,
): Result<Done> {
  if (id === ownAgainId) return keepCurrent(tx, [{ ref, conflict: id }], context);
  const doc = tx.get(ref.collection, [ref.id]).get(ref.id);
  const conflict = doc?.conflicts.find((one) => one.id === id);
  if (doc === undefined || conflict === undefined) return fail('not-found');
  const action = beginAction(tx, context, 'resolve-conflict');
  const other: { what: string; value: JsonValue }[] =
    instead !== undefined
      ? [{ what: conflict.field, value: instead as JsonValue }]
      : choice === 'other'
        ? [{ what: conflict.field, value: conflict.lost }]
        : [];
  const edited = action.edit(ref.collection, doc, () => [
    ...other,
    { what: `conflict:${id}`, value: null },
  ]);
  return edited.ok ? ok(action.finish()) : edited;
}

function keepCurrent(
  tx: RecordTx,
  conflicts: readonly { ref: Ref; conflict: string }[],
  context: CommandContext,
): Result<Done> {
  const action = beginAction(tx, context, 'resolve-conflict');
  for (const { ref, conflict } of conflicts) {
    const doc = tx.get(ref.collection, [ref.id]).get(ref.id);
    if (doc === undefined || doc.status === 'erased') continue;
    if (conflict === ownAgainId) {
      if (isOnItsOwnAgain(doc)) takeApart(tx, action, ref.id, context);
      continue;
    }
    const edited = action.edit(ref.collection, doc, () => [
      { what: `conflict:${conflict}`, value: null },
    ]);
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}
