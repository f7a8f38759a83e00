// Thirty days in the trash are thirty days on which this laptop was in use, counted by itself:
// no clock that was set wrong, here or on another laptop, makes time pass. A day of the
// calendar counts once, and only after an hour of running since the last that counted.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordStore, RecordTx } from '../store/record-store.ts';
import { type CommandContext, stampNow } from './context.ts';
import { localDoc } from './local-doc.ts';

/** `count`: days so far. `dates`: the last that counted, YYYY-MM-DD. */
export type DaysInUse = { count: number; dates: readonly string[] };

const useId = 'days-in-use';
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const mostDates = 1_000;

/** `ranMs`: how long this laptop has run since the last call, by what nobody can set. */
export async function noteUse(
  store: RecordStore,
  context: CommandContext,
  ranMs: number,
): Promise<Result<DaysInUse>> {
  return store.write((tx) => {
    const {
      count = 0,
      dates = [],
      ran = 0,
    } = (tx.get('local', [useId]).get(useId)?.fields ?? {}) as Partial<DaysInUse & { ran: number }>;
    const today = new Date(context.now()).toISOString().slice(0, 10);
    const total = ran + Math.max(0, ranMs);
    const isNew = !dates.includes(today) && (dates.length === 0 || total >= hourMs);
    const use = isNew
      ? { count: count + 1, dates: [...dates, today].slice(-mostDates), ran: 0 }
      : { count, dates: [...dates], ran: Math.min(total, hourMs) };
    if (isNew || use.ran !== ran)
      tx.put('local', [localDoc(useId, 'days-in-use', use, stampNow(context))]);
    return ok({ count: use.count, dates: use.dates });
  });
}

/**
 * Whether the clock says what it said lately: the last three days that counted are within two
 * months of today. What goes by dates that others wrote waits until then.
 */
export function isClockSteady({ dates }: DaysInUse, now: number): boolean {
  const last = dates.slice(-3).map((date) => Date.parse(date));
  return last.length === 3 && last.every((at) => Math.abs(now - at) < 60 * dayMs);
}

/** `found`: what is there now, by its place, each with what tells one stay there from the next. */
export type Waiting = {
  what: 'trash' | 'aside';
  found: ReadonlyMap<string, string>;
  days: number;
};

type Seen = { mark: string; since: number };

/** Which of what is there has been seen here for so many days of use; the others are remembered. */
export async function seenLongEnough(
  store: RecordStore,
  context: CommandContext,
  { count }: DaysInUse,
  { what, found, days }: Waiting,
): Promise<Result<string[]>> {
  return store.write((tx) => {
    const before = readSeen(tx, what);
    const placesByDay = new Map<number, { [place: string]: string }>();
    const old: string[] = [];
    for (const [place, mark] of found) {
      const known = before.seen.get(place);
      const since = known?.mark === mark ? known.since : count;
      if (count - since >= days) old.push(place);
      const places = placesByDay.get(since) ?? {};
      places[place] = mark;
      placesByDay.set(since, places);
    }
    writeSeen(tx, context, what, placesByDay, before.docs);
    return ok(old);
  });
}

/** One document for each day on which something was seen first. */
function readSeen(
  tx: RecordTx,
  what: Waiting['what'],
): { seen: Map<string, Seen>; docs: RecordDoc[] } {
  const key = `kind:${kindOf(what)}`;
  const ids = tx.byKeys('local', [key]).get(key) ?? [];
  const docs = [...tx.get('local', ids).values()];
  const seen = new Map<string, Seen>();
  for (const { fields } of docs)
    for (const [place, mark] of Object.entries(fields['places'] ?? {}))
      seen.set(place, { mark: String(mark), since: Number(fields['since']) });
  return { seen, docs };
}

function writeSeen(
  tx: RecordTx,
  context: CommandContext,
  what: Waiting['what'],
  placesByDay: ReadonlyMap<number, { [place: string]: string }>,
  before: readonly RecordDoc[],
): void {
  const gone = before.filter(({ fields }) => !placesByDay.has(Number(fields['since'])));
  if (gone.length > 0)
    tx.purge(
      'local',
      gone.map(({ id }) => id),
    );
  const known = new Map(before.map((doc) => [doc.id as string, JSON.stringify(doc.fields)]));
  for (const [since, places] of placesByDay) {
    const id = `${kindOf(what)}:${since}`;
    const fields: { [field: string]: JsonValue } = { since, places };
    if (known.get(id) !== JSON.stringify(fields))
      tx.put('local', [localDoc(id, kindOf(what), fields, stampNow(context))]);
  }
}

const kindOf = (what: Waiting['what']): string => `seen-${what}`;
