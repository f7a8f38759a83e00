// An action is what undo takes back as one: a single edit, a bulk edit, an import.
// Its log is written to `local` in the same transaction as the records, in parts, so
// that neither can exist without the other.

import type { CollectionName, JsonValue, RecordDoc } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';
import { editRecord } from './edit.ts';
import type { Plan, Written } from './writes.ts';
import type { Done } from './command.ts';
import { openGate } from './privacy.ts';
import { localDoc } from './local-doc.ts';
import { noteEdit, settle } from './settle.ts';
import { noteAction } from './undo-stack.ts';

export type LoggedEdit = { collection: CollectionName; id: string; written: Written[] };
export type LoggedCreate = { collection: CollectionName; id: string };

export type PartBody = { creates: LoggedCreate[]; edits: LoggedEdit[] };

/** What a part of an action's log holds. */
export const bodyOf = ({ fields }: RecordDoc): PartBody => fields['body'] as unknown as PartBody;

const partSize = 2_000;
/** Of so many records the ids are said when it is done. */
export const mostListed = 10_000;

/** Finds the actions of one label. */
export const actionKey = (label: string): string => `action:${label}`;

/** Parts sort after their action by id. */
export const partId = (action: string, part: number): string =>
  `${action}.${String(part).padStart(6, '0')}`;

export type Action = {
  id: string;
  create(docs: readonly RecordDoc[]): void;
  edit(collection: CollectionName, doc: RecordDoc, plan: Plan): Result<RecordDoc>;
  /** Writes the log, with what else is to be remembered. Nothing done: no action is kept. */
  finish(more?: { readonly [field: string]: number }): Done;
};

/** What the undo log calls it; words for it stand in the catalogue under `done.<label>`. */
export type ActionLabel =
  | 'create'
  | 'edit'
  | 'trash'
  | 'restore'
  | 'erase'
  | 'merge'
  | 'merge-many'
  | 'unmerge'
  | 'judge'
  | 'resolve-conflict'
  | 'import'
  | 'share'
  | 'sample'
  | 'bulk'
  | 'gather'
  | 'tags';

/** What an action that takes several transactions has done so far. */
export type Progress = {
  touched: string[];
  /** Entries of the log. */
  count: number;
  /** Records, as people are told: each once, however often it was written. */
  said: Set<string>;
  parts: number;
};

export const noProgress = (): Progress => ({
  touched: [],
  count: 0,
  said: new Set(),
  parts: 0,
});

/**
 * `context.source` may name the action itself (`beginAction` fills imports' provenance).
 * `progress`: of the same action's transactions before this one.
 */
export function beginAction(
  tx: RecordTx,
  context: CommandContext,
  label: ActionLabel,
  id = context.newId(),
  progress = noProgress(),
): Action {
  const { touched } = progress;
  let creates: LoggedCreate[] = [];
  let edits: LoggedEdit[] = [];
  const flush = (all: boolean) => {
    if (creates.length + edits.length === 0 || (!all && creates.length + edits.length < partSize))
      return;
    const body = { creates, edits } as unknown as JsonValue;
    const part = localDoc(partId(id, progress.parts++), 'action-part', { body }, stampNow(context));
    // Whoever is erased is found in the log by their id, and with them what was written there.
    tx.put('local', [{ ...part, keys: [...new Set(edits.map((edit) => edit.id))] }]);
    creates = [];
    edits = [];
  };
  const touch = (touchedId: string): void => {
    progress.count += 1;
    if (touched.length < mostListed) touched.push(touchedId);
  };
  const gate = openGate(tx, context);
  const unsettled: Parameters<typeof noteEdit>[0] = { moved: [], turned: [] };
  // As they were: who is taken apart from them is not the only one who is part of them.
  const keepers = new Map<string, RecordDoc>();
  return {
    id,
    create: (made) => {
      for (const [collection, docs] of docsByCollection(gate.made(made), context)) {
        tx.put(collection, docs);
        for (const doc of docs) {
          creates.push({ collection, id: doc.id });
          progress.said.add(doc.id);
          touch(doc.id);
          flush(false);
        }
      }
    },
    edit: (collection, doc, plan) => {
      const edited = editRecord(doc, plan, context);
      if (!edited.ok) return edited;
      const { doc: next, written } = edited.value;
      const allowed = gate.edited(doc, next);
      if (!allowed.ok) return allowed;
      noteEdit(unsettled, collection, doc, next);
      // An editor's typing is a change without an undo entry of ours.
      if (next !== doc) tx.put(collection, [next]);
      if (label === 'unmerge' && !keepers.has(doc.id)) keepers.set(doc.id, doc);
      if (written.length > 0) {
        edits.push({ collection, id: doc.id, written });
        progress.said.add(doc.id);
        touch(doc.id);
        flush(false);
      }
      return ok(next);
    },
    finish: (more = {}) => {
      flush(true);
      settle(tx, { ...unsettled, before: keepers }, context);
      if (progress.count > 0) {
        const { count, said, parts } = progress;
        const fields = { said: said.size, ...more, label, count, parts, state: 'done' };
        const action = localDoc(id, 'action', fields, stampNow(context));
        tx.put('local', [{ ...action, keys: [actionKey(label)] }]);
        noteAction(tx, context, id, 'done');
      }
      return { action: id, label, ids: touched, count: progress.said.size, left: 0 };
    },
  };
}

/** Every kind is known. */
export function docsByCollection(
  docs: readonly RecordDoc[],
  context: CommandContext,
): Map<CollectionName, RecordDoc[]> {
  const grouped = new Map<CollectionName, RecordDoc[]>();
  for (const doc of docs) {
    const collection = kindsOf(context).get(doc.kind)?.collection;
    if (collection === undefined) throw new Error(`no kind ${doc.kind}`);
    const own = grouped.get(collection);
    if (own === undefined) grouped.set(collection, [doc]);
    else own.push(doc);
  }
  return grouped;
}
