// What is written to somebody after they were merged, by somebody who had not heard of it: it
// goes to the keeper by the rules of the merge (take-over.ts) and is said among its conflicts.
// Whoever sees it carries it over; all write the very same.

import { type Mergeable, mergeableOf, mergedIntoOf } from '../domain/merging.ts';
import type { Conflict, JsonValue, RecordDoc, SetItem } from '../domain/record.ts';
import { compareValues } from '../fields/field.ts';
import type { RecordTx } from '../store/record-store.ts';
import { isEntryAside } from './aside.ts';
import { carryKept, giveBackKept } from './carry-kept.ts';
import { isLineAside, mayBring } from './aside-note.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { editRecord } from './edit.ts';
import { isLiving, settleMerged } from './merged.ts';
import { ruledField } from './rules.ts';
import { itemsOf } from './state.ts';
import type { StateReader } from './state-reader.ts';
import { disputesOf, missing, orderAfter, printsOf, seenBy, type TakenOver } from './take-over.ts';
import { entryOf, printOf, takenId } from './taken.ts';
import type { Plan, Write } from './writes.ts';

/**
 * Brings up to date who stands for whom (`settleMerged`), and carries over what was written
 * to those who are merged. `before`: keepers who have just given back what they had of
 * somebody; what others in them have, too, stays. Answers with all of these who were merged.
 */
export function settleAndCarry(
  tx: RecordTx,
  of: Mergeable,
  ids: readonly string[],
  context: CommandContext,
  before: ReadonlyMap<string, RecordDoc> = new Map(),
): string[] {
  const merged = settleMerged(tx, of, [...ids, ...before.keys()]);
  for (const id of ids) giveBackKept(tx, of, id, context);
  // Of a chain each carries to the next.
  for (let left = merged.length; left > 0; left--) {
    let isCarried = false;
    for (const id of merged) {
      const gone = tx.get(of, [id]).get(id);
      if (gone === undefined) continue;
      if (carryOne(tx, gone, context, before)) isCarried = true;
      if (carryKept(tx, gone, context)) isCarried = true;
    }
    if (!isCarried) break;
  }
  return merged;
}

function carryOne(
  tx: RecordTx,
  gone: RecordDoc,
  context: CommandContext,
  before: ReadonlyMap<string, RecordDoc>,
): boolean {
  const keeperId = mergedIntoOf(gone);
  const stamp = gone.stamps['mergedInto'];
  const seen = gone.fields['takenOver'] as TakenOver | undefined;
  // Merged by an earlier version: nobody knows what was seen.
  if (gone.status !== 'merged' || keeperId === undefined || stamp === undefined) return false;
  if (typeof seen?.values !== 'object') return false;
  const of = mergeableOf(gone);
  const keep = tx.get(of, [keeperId]).get(keeperId);
  if (keep === undefined || !isLiving(keep) || keep.scope !== gone.scope) return false;
  const known = new Set(seen.again?.split(' '));
  const again = disputesOf(tx, keep, gone).split(' ');
  const isSeen = seen.by === keeperId && again.every((one) => one === '' || known.has(one));
  const now = printsOf(gone, context);
  const isNews = (what: string): boolean => seen.by === keeperId && seen.values[what] !== now[what];
  const had = before.get(keeperId);
  const whats = Object.keys(now).filter((what) => !isSeen || had !== undefined || isNews(what));
  if (isSeen && whats.length === 0) return false;
  // Where they come from is the merge: an erasure knows them by it.
  const asMerged = { ...context, stamp };
  const carrying = { gone, seen: seen.values, isWhole: !isSeen, had, isNews, context: asMerged };
  const kept = editRecord(keep, carried(carrying, whats), asMerged);
  const told = editRecord(
    gone,
    () => [{ what: 'takenOver', value: seenBy(tx, keep, gone, context) }],
    asMerged,
  );
  if (!kept.ok || !told.ok) return false;
  if (kept.value.doc === keep && told.value.doc === gone) return false;
  tx.put(of, [kept.value.doc, told.value.doc]);
  settleMerged(tx, of, [keep.id, gone.id]);
  return true;
}

/**
 * One is carried over. `isWhole`: all that the keeper has not, though it was seen before.
 * `had`: the keeper as it was, of which nothing goes that this one has.
 */
type Carrying = {
  gone: RecordDoc;
  seen: TakenOver['values'];
  isWhole: boolean;
  had: RecordDoc | undefined;
  isNews: (what: string) => boolean;
  context: CommandContext;
};

/** What one value comes to: `isFilled` where the keeper has nothing in its place. */
type Carried = { writes: Write[]; remark: Omit<Conflict, 'id' | 'from'>; isFilled: boolean };

function carried(carrying: Carrying, whats: readonly string[]): Plan {
  return (state, keep) =>
    whats.flatMap((what) => {
      const one = carriedOne(carrying, what, keep, state);
      if (one === undefined) return [];
      const said = carrying.isNews(what) ? saidOf(carrying, what, one, state) : [];
      if (one.isFilled && (carrying.isWhole || wasThere(carrying, what, keep)))
        return [...one.writes, ...said];
      // Said once and not there: it was decided otherwise.
      return said.length === 0 ? [] : [...one.writes, ...said];
    });
}

/** Not what was left out by a choice. */
function wasThere({ gone, had, context }: Carrying, what: string, keep: RecordDoc): boolean {
  if (had === undefined) return false;
  if (what === 'note')
    return (
      mayBring(keep, gone) &&
      gone.note.split('\n').every((line) => hasLine(had, line) && !isLineAside(keep, line))
    );
  const [set = '', id] = what.split('/');
  const item = gone.sets[set]?.find((one) => one.id === id);
  if (item !== undefined) {
    const stayed = (had.sets[set] ?? []).filter((one) => !isEntryAside(keep, `${set}/${one.id}`));
    const whole = { ...had, sets: { ...had.sets, [set]: stayed } };
    return missing(set, [item], whole, context).length === 0;
  }
  return JSON.stringify(had.fields[what]) === JSON.stringify(gone.fields[what]);
}

const hasLine = ({ note }: RecordDoc, line: string): boolean => note.split('\n').includes(line);

function carriedOne(
  carrying: Carrying,
  what: string,
  keep: RecordDoc,
  state: StateReader,
): Carried | undefined {
  if (what === 'note') return carriedNote(carrying, keep);
  const [set = '', id] = what.split('/');
  const item = carrying.gone.sets[set]?.find((one) => one.id === id);
  return item === undefined
    ? carriedField(carrying, what, keep)
    : carriedEntry(carrying, set, item, keep, state);
}

function carriedField(
  { gone, seen, context }: Carrying,
  field: string,
  keep: RecordDoc,
): Carried | undefined {
  const value = gone.fields[field] ?? null;
  const mine = keep.fields[field] ?? null;
  if (JSON.stringify(value) === JSON.stringify(mine)) return undefined;
  // The careful answer stays, whoever gave another one since.
  const ruled = ruledField(kindsOf(context).get(keep.kind), field);
  if (ruled !== undefined && mine !== null && compareValues(ruled, value, mine) <= 0)
    return undefined;
  const theirs = gone.stamps[field] ?? gone.origin;
  const own = keep.stamps[field] ?? keep.origin;
  // It still has what it took from them, or nothing.
  const isTaken = mine === null || printOf(mine, context) === seen[field];
  return isTaken
    ? {
        writes: [{ what: field, value }],
        remark: { field, lost: mine, lostBy: own, wonBy: theirs },
        isFilled: mine === null,
      }
    : { writes: [], remark: { field, lost: value, lostBy: theirs, wonBy: own }, isFilled: false };
}

function carriedEntry(
  { gone, seen, context }: Carrying,
  set: string,
  item: SetItem,
  keep: RecordDoc,
  state: StateReader,
): Carried | undefined {
  if (missing(set, [item], keep, context).length === 0) return undefined;
  const source = `${set}/${item.id}`;
  const before = seen[source];
  const earlier = before === undefined ? '' : takenId(gone.id, source, before, context);
  const old = itemsOf(state, set).get(earlier);
  const entry = entryOf(gone, set, item, old?.order ?? orderAfter(state, set), context);
  return {
    writes: [...(old === undefined ? [] : [{ what: `${set}/${earlier}`, value: null }]), entry],
    remark: {
      field: entry.what,
      lost: (old ?? null) as JsonValue,
      lostBy: keep.stamps[`${set}/${earlier}`] ?? keep.origin,
      wonBy: gone.stamps[source] ?? gone.origin,
    },
    isFilled: old === undefined,
  };
}

/** The lines that the keeper's note has not. */
function carriedNote({ gone }: Carrying, keep: RecordDoc): Carried | undefined {
  const have = new Set(keep.note.split('\n'));
  const lines = gone.note.split('\n').filter((line) => line !== '' && !have.has(line));
  if (lines.length === 0) return undefined;
  return {
    writes: [{ what: 'note', append: lines.join('\n'), of: gone.id }],
    remark: {
      field: 'note',
      lost: keep.note,
      lostBy: keep.stamps['note'] ?? keep.origin,
      wonBy: gone.stamps['note'] ?? gone.origin,
    },
    isFilled: true,
  };
}

/** None where it was said before. */
function saidOf(
  { gone, context }: Carrying,
  what: string,
  { remark }: Carried,
  state: StateReader,
): Write[] {
  const print = printsOf(gone, context)[what] ?? '';
  const id = `merged:${takenId(gone.id, remark.field, print, context)}`;
  if (state.map('decided').has(id) || state.map('conflicts').has(id)) return [];
  const conflict = { id, ...remark, from: gone.id };
  return [{ what: `conflict:${id}`, value: conflict as unknown as JsonValue }];
}
