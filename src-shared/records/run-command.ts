// Runs one command as one transaction of the store: the records and the undo entry
// are committed together or not at all.

import type { CollectionName, JsonValue, Source } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type ActionLabel, beginAction } from './action.ts';
import type { Change, Command, Done, Ref } from './command.ts';
import { makeRecord } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { type Plan, planChanges } from './edit.ts';
import { eraseRecords } from './erase.ts';
import { redoAction, undoAction } from './history.ts';
import { sharePeople } from './share.ts';
import { mergePeople, unmergePerson } from './merge-people.ts';

/** Records edited between two pauses: some tens of milliseconds. */
const atOnce = 50;

export function runCommand(
  store: RecordStore,
  command: Command,
  context: CommandContext,
): Promise<Result<Done>> {
  return store.write((tx) => runIn(tx, command, context));
}

function runIn(
  tx: RecordTx,
  command: Command,
  context: CommandContext,
): Promise<Result<Done>> | Result<Done> {
  switch (command.type) {
    case 'create':
      return create(tx, command, context);
    case 'edit':
      return edit(tx, command.changes, withSource(context, command.source));
    case 'trash':
      return editEach(tx, 'trash', command.refs, context, () => [
        { what: 'trashedAt', value: context.now() },
      ]);
    case 'restore':
      return editEach(tx, 'restore', command.refs, context, () => [
        { what: 'trashedAt', value: null },
        { what: 'undoneBy', value: null },
      ]);
    case 'erase':
      return eraseRecords(tx, context, command.refs);
    case 'merge':
      return mergePeople(tx, context, command.keep, command.gone);
    case 'unmerge':
      return unmergePerson(tx, context, command.gone);
    case 'resolve-conflict':
      return resolveConflict(tx, command, context);
    case 'share':
      return sharePeople(tx, command.people, context);
    case 'keep-current':
      return keepCurrent(tx, command.conflicts, context);
    case 'undo':
      return undoAction(tx, context, command.action);
    case 'redo':
      return redoAction(tx, context);
  }
}

function create(
  tx: RecordTx,
  command: Extract<Command, { type: 'create' }>,
  context: CommandContext,
): Result<Done> {
  const action = beginAction(tx, context, 'create');
  const byCollection = new Map<CollectionName, ReturnType<typeof makeRecord>[]>();
  for (const record of command.records) {
    const collection = kindsOf(context).get(record.kind)?.collection;
    if (collection === undefined) return fail('bad-input', { kind: record.kind });
    const doc = makeRecord(record as Parameters<typeof makeRecord>[0], context);
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), doc]);
  }
  for (const [collection, docs] of byCollection) {
    const taken = tx.get(
      collection,
      docs.map((doc) => doc.id),
    );
    if (taken.size > 0) return fail('bad-input', { taken: taken.size });
    action.create(collection, docs);
  }
  return ok(action.finish());
}

const withSource = (context: CommandContext, source: Source | undefined): CommandContext =>
  source === undefined ? context : { ...context, source };

async function edit(
  tx: RecordTx,
  changes: readonly Change[],
  context: CommandContext,
): Promise<Result<Done>> {
  const changesByRecord = new Map<string, { ref: Ref; changes: Change[] }>();
  for (const change of changes) {
    const key = `${change.ref.collection}/${change.ref.id}`;
    const known = changesByRecord.get(key);
    if (known === undefined) changesByRecord.set(key, { ref: change.ref, changes: [change] });
    else known.changes.push(change);
  }
  const action = beginAction(tx, context, 'edit');
  const pause = pauses(context);
  for (const { ref, changes: own } of changesByRecord.values()) {
    await pause();
    const doc = tx.get(ref.collection, [ref.id]).get(ref.id);
    if (doc === undefined) return fail('not-found');
    const edited = action.edit(ref.collection, doc, planChanges(own, context));
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}

async function editEach(
  tx: RecordTx,
  label: ActionLabel,
  refs: readonly Ref[],
  context: CommandContext,
  plan: Plan,
): Promise<Result<Done>> {
  const action = beginAction(tx, context, label);
  const pause = pauses(context);
  for (const { collection, id } of refs) {
    await pause();
    const doc = tx.get(collection, [id]).get(id);
    if (doc === undefined) return fail('not-found');
    const edited = action.edit(collection, doc, plan);
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}

/** A hundred thousand records take a minute; others are answered in between. */
function pauses({ yieldNow }: CommandContext): () => Promise<void> | undefined {
  let done = 0;
  return () => (++done % atOnce === 0 ? yieldNow?.() : undefined);
}

function resolveConflict(
  tx: RecordTx,
  { ref, conflict: id, choice, instead }: Extract<Command, { type: 'resolve-conflict' }>,
  context: CommandContext,
): Result<Done> {
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
    const edited = action.edit(ref.collection, doc, () => [
      { what: `conflict:${conflict}`, value: null },
    ]);
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}
