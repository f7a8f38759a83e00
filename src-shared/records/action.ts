// An action is what undo takes back as one: a single edit, a bulk edit, an import.
// Its log is written to `local` in the same transaction as the records, in parts, so
// that neither can exist without the other.

import type { CollectionName, JsonValue, RecordDoc, RecordId, Stamp } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, stampNow } from './context.ts';
import { privateKey } from './content.ts';
import { editRecord, type Plan, type Written } from './edit.ts';
import type { Done } from './command.ts';
import { withScope } from './scope.ts';

export type LoggedEdit = { collection: CollectionName; id: string; written: Written[] };
export type LoggedCreate = { collection: CollectionName; id: string };

const partSize = 2_000;
/** Of so many records the ids are said when it is done. */
const mostListed = 10_000;
/** Parts sort after their action by id. */
export const partId = (action: string, part: number): string =>
  `${action}.${String(part).padStart(6, '0')}`;

export type Action = {
  id: string;
  create(collection: CollectionName, docs: readonly RecordDoc[]): void;
  edit(collection: CollectionName, doc: RecordDoc, plan: Plan): Result<RecordDoc>;
  /** Writes the log. Nothing done: no action is kept. */
  finish(): Done;
};

/** What the undo log calls it; words for it stand in the catalogue under `done.<label>`. */
export type ActionLabel =
  | 'create'
  | 'edit'
  | 'trash'
  | 'restore'
  | 'erase'
  | 'merge'
  | 'unmerge'
  | 'resolve-conflict'
  | 'import'
  | 'share'
  | 'sample';

/** What an action that takes several transactions has done so far. */
export type Progress = { touched: string[]; count: number; parts: number };

export const noProgress = (): Progress => ({ touched: [], count: 0, parts: 0 });

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
    tx.put('local', [
      localDoc(partId(id, progress.parts++), 'action-part', { body }, stampNow(context)),
    ]);
    creates = [];
    edits = [];
  };
  const touch = (touchedId: string): void => {
    progress.count += 1;
    if (touched.length < mostListed) touched.push(touchedId);
  };
  const keepPrivate = privacyOf(tx, context);
  return {
    id,
    create: (collection, made) => {
      const docs = keepPrivate(collection, made);
      tx.put(collection, docs);
      for (const doc of docs) {
        creates.push({ collection, id: doc.id });
        touch(doc.id);
        flush(false);
      }
    },
    edit: (collection, doc, plan) => {
      const edited = editRecord(doc, plan, context);
      if (!edited.ok) return edited;
      const { doc: next, written } = edited.value;
      // An editor's typing is a change without an undo entry of ours.
      if (next !== doc) tx.put(collection, [next]);
      if (written.length > 0) {
        edits.push({ collection, id: doc.id, written });
        touch(doc.id);
        flush(false);
      }
      return ok(next);
    },
    finish: () => {
      flush(true);
      if (progress.count > 0) {
        const { count, parts } = progress;
        const fields = { label, count, parts, state: 'done' };
        tx.put('local', [localDoc(id, 'action', fields, stampNow(context))]);
      }
      return { action: id, label, ids: touched, count: progress.count, left: 0 };
    },
  };
}

/** What is said of a person who is private to this laptop is private, too. */
function privacyOf(tx: RecordTx, context: CommandContext) {
  let people: Set<string> | undefined;
  return (collection: CollectionName, docs: readonly RecordDoc[]): readonly RecordDoc[] => {
    if (collection === 'people') {
      for (const doc of docs) if (doc.scope === 'private') people?.add(doc.id);
      return docs;
    }
    if (collection !== 'ties' && collection !== 'moments') return docs;
    people ??= new Set(tx.byKeys('people', [privateKey]).get(privateKey));
    const known = people;
    if (known.size === 0) return docs;
    return docs.map((doc) =>
      doc.scope === 'team' && doc.keys.some((key) => known.has(key))
        ? withScope(doc, 'private', context)
        : doc,
    );
  };
}

/** Bookkeeping of this laptop in the shape of a record; it never leaves. */
export function localDoc(
  id: string,
  kind: string,
  fields: { [field: string]: JsonValue },
  origin: Stamp,
): RecordDoc {
  return {
    id: id as RecordId,
    kind,
    status: 'live',
    scope: 'private',
    name: '',
    sortKey: '',
    keys: [`kind:${kind}`],
    at: origin.at,
    createdAt: origin.at,
    updatedAt: origin.at,
    fields,
    sets: {},
    note: '',
    origin,
    stamps: {},
    conflicts: [],
  };
}
