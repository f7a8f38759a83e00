// Takes an action back, or does it again. A few records are one transaction. Many are cut
// into pieces like the edit itself (`edit-all.ts`), each committed with how far it came: what
// a crash interrupts is still there to be undone, and goes on where it stopped.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type LoggedCreate, type LoggedEdit, mostListed } from './action.ts';
import { asFollowed } from './carried-since.ts';
import type { Done } from './command.ts';
import type { CommandContext } from './context.ts';
import { editRecord } from './edit.ts';
import { type Direction, inverse, labelOf, partCount, partOf } from './history.ts';
import { isLiving } from './merged.ts';
import { settle } from './settle.ts';
import { isMergeable, type Mergeable, mergedIntoOf } from '../domain/merging.ts';
import { doPiece, few, mostInPiece, oneAtATime } from './pieces.ts';
import { joins, mayJoinAgain, passOver } from './join-again.ts';
import { openGate, type PrivacyGate } from './privacy.ts';
import { nextActions, noteAction, readStack } from './undo-stack.ts';

/** `id` undefined: the newest that has not been undone, or the oldest to do again. */
export const turnAction = (
  store: RecordStore,
  context: CommandContext,
  direction: Direction,
  id?: string,
): Promise<Result<Done>> =>
  oneAtATime(store)(async () => {
    const turn: Turn = { direction, id, touched: [], seen: new Set() };
    const first = await store.write((tx) => turnPiece(tx, context, turn));
    if (!first.ok) {
      if (first.error.code === 'merge-private')
        await store.write((tx) => passOver(tx, context, turn.id ?? '', direction));
      return first;
    }
    if (!first.value.isOpen) return ok(first.value.done);
    return store.inPieces((write) => turnOn(write, context, turn));
  });

/** In transactions of a work that has several already. */
export const turnInPieces = (
  write: RecordStore['write'],
  context: CommandContext,
  direction: Direction,
  id: string,
): Promise<Result<Done>> => turnOn(write, context, { direction, id, touched: [], seen: new Set() });

/** What is known beyond one transaction; `id` once the action was found. */
type Turn = {
  direction: Direction;
  id: string | undefined;
  touched: string[];
  /** Each record counts once. */
  seen: Set<string>;
};
type Turned = { done: Done; isOpen: boolean };

async function turnOn(
  write: RecordStore['write'],
  context: CommandContext,
  turn: Turn,
): Promise<Result<Done>> {
  for (;;) {
    const turned = await write((tx) => turnPiece(tx, context, turn));
    if (!turned.ok) return turned;
    if (!turned.value.isOpen) return ok(turned.value.done);
  }
}

async function turnPiece(
  tx: RecordTx,
  context: CommandContext,
  turn: Turn,
): Promise<Result<Turned>> {
  const { direction } = turn;
  const action = actionOf(tx, turn);
  if (action === undefined) return fail('nothing-to-undo');
  turn.id = action.id;
  if (!mayJoinAgain(tx, action, direction)) return fail('merge-private');
  const isSmall = Number(action.fields['count'] ?? 0) <= few;
  const work: Work = {
    tx,
    context,
    turn,
    gate: openGate(tx, context),
    action: action.id,
    done: 0,
    moved: [],
    keepers: joins(action) ? new Map() : undefined,
  };
  let reached = reachedIn(action, direction);
  do reached = await turnPart(work, action, reached);
  while (reached.part < partCount(action) && (isSmall || !isEnough(work)));
  const isOpen = reached.part < partCount(action);
  settle(tx, { moved: work.moved, before: work.keepers }, context);
  // Until all of it is undone it can be undone, and as soon as some of it is done again.
  const state = isOpen || direction === 'redo' ? 'done' : 'undone';
  const { turning: _turning, ...fields } = action.fields;
  const turned = { ...fields, turnedAt: context.now() };
  const kept = isOpen ? { ...turned, turning: { ...reached, direction } } : turned;
  tx.put('local', [{ ...action, fields: { ...kept, state } }]);
  noteAction(tx, context, action.id, state);
  const { count, left } = reached;
  const done = { action: action.id, label: labelOf(action), ids: turn.touched, count, left };
  return ok({ done, isOpen });
}

function actionOf(tx: RecordTx, { direction, id }: Turn): RecordDoc | undefined {
  const wanted = id ?? nextActions(readStack(tx))[direction] ?? '';
  const action = tx.get('local', [wanted]).get(wanted);
  if (action?.kind !== 'action') return undefined;
  const { state, turning } = action.fields;
  if (direction === 'undo') return state === 'done' ? action : undefined;
  // What was broken off while it was done again goes on.
  return state === 'undone' || turning !== undefined || id === undefined ? action : undefined;
}

/** Parts that are through, and in the next one how many entries: the last is of `last`. */
type Reached = { part: number; entries: number; last: string; count: number; left: number };

function reachedIn({ fields }: RecordDoc, direction: Direction): Reached {
  const kept = fields['turning'] as Partial<Reached & { direction: Direction }> | undefined;
  const {
    part = 0,
    entries = 0,
    last = '',
    count = 0,
    left = 0,
  } = kept?.direction === direction ? kept : {};
  return { part, entries, last, count, left };
}

type Entry = LoggedEdit | LoggedCreate;
type Work = {
  tx: RecordTx;
  context: CommandContext;
  turn: Turn;
  gate: PrivacyGate;
  action: string;
  /** Entries so far. */
  done: number;
  /** Whose merges may have changed. */
  moved: [Mergeable, string][];
  /** Of a merge: who is in it, as they were before. */
  keepers: Map<string, RecordDoc> | undefined;
};

const isEnough = ({ tx, done }: Work): boolean => done >= mostInPiece || tx.isAwaited();

/** Some of the entries of one part; the next part is begun by the next call. */
async function turnPart(work: Work, action: RecordDoc, reached: Reached): Promise<Reached> {
  const { tx, context, turn } = work;
  const at = turn.direction === 'undo' ? partCount(action) - 1 - reached.part : reached.part;
  const entries = entriesOf(tx, action, at, turn.direction);
  // Whoever was erased meanwhile is no longer in it: doing the others again changes nothing.
  const from = entries[reached.entries - 1]?.id === reached.last ? reached.entries : 0;
  const next = { ...reached };
  const done = await doPiece(tx, context, from, entries.length, (first, end) => {
    for (const entry of entries.slice(first, end)) {
      const { left, isTouched } =
        'written' in entry ? turnEdit(work, entry) : turnCreate(work, entry);
      next.left += left;
      if (!isTouched) continue;
      if (isCounted(action, entry) && !turn.seen.has(entry.id)) next.count += 1;
      turn.seen.add(entry.id);
      if (turn.touched.length < mostListed) turn.touched.push(entry.id);
    }
    return ok(null);
  });
  const end = done.ok ? done.value : entries.length;
  work.done += end - from;
  return end >= entries.length
    ? { ...next, part: next.part + 1, entries: 0, last: '' }
    : { ...next, entries: end, last: entries[end - 1]?.id ?? '' };
}

/** People who join, where many were merged: who they join is not one more. */
const isCounted = (action: RecordDoc, entry: Entry): boolean =>
  labelOf(action) !== 'merge-many' ||
  ('written' in entry && entry.written.some(({ what }) => what === 'mergedInto'));

function entriesOf(
  tx: RecordTx,
  action: RecordDoc,
  part: number,
  direction: Direction,
): readonly Entry[] {
  const { edits, creates } = partOf(tx, action, part) ?? { edits: [], creates: [] };
  return [...(direction === 'undo' ? edits.toReversed() : edits), ...creates];
}

type TurnedEntry = { left: number; isTouched: boolean };

function turnEdit(
  { tx, context, turn, gate, moved, keepers }: Work,
  { collection, id, written }: LoggedEdit,
): TurnedEntry {
  const doc = tx.get(collection, [id]).get(id);
  if (doc === undefined) return { left: written.length, isTouched: false };
  let left = 0;
  const said = turn.direction === 'undo' ? asFollowed(tx, collection, doc, written) : written;
  const plan = inverse(said, turn.direction, context, () => left++);
  const edited = editRecord(doc, plan, context);
  if (!edited.ok || !gate.edited(doc, edited.value.doc).ok)
    return { left: left + written.length, isTouched: false };
  const isTouched = edited.value.written.length > 0;
  if (isTouched) {
    tx.put(collection, [edited.value.doc]);
    if (keepers?.has(id) === false) keepers.set(id, doc);
    const isMerged = [doc, edited.value.doc].some((one) => mergedIntoOf(one) !== undefined);
    if (isMergeable(collection) && (isMerged || isLiving(doc) !== isLiving(edited.value.doc)))
      moved.push([collection, id]);
  }
  return { left, isTouched };
}

function turnCreate({ tx, context, turn, action, moved }: Work, entry: LoggedCreate): TurnedEntry {
  const { collection, id } = entry;
  const [from, to]: [JsonValue, JsonValue] =
    turn.direction === 'undo' ? [null, action] : [action, null];
  const written = [{ what: 'undoneBy', before: from, after: to }];
  const plan = inverse(written, 'redo', context, () => undefined);
  if (isMergeable(collection)) moved.push([collection, id]);
  const doc = tx.get(collection, [id]).get(id);
  const edited = doc === undefined ? undefined : editRecord(doc, plan, context);
  if (edited?.ok !== true || edited.value.written.length === 0)
    return { left: 1, isTouched: false };
  tx.put(collection, [edited.value.doc]);
  return { left: 0, isTouched: true };
}
