// The calendars of this laptop: looked at before anything is taken, kept as a mirror of their
// meetings, and read again where they have an address.

import {
  calendarInfo,
  type CalendarInfo,
  keptCalendarIn,
  type KeptCalendar,
} from '../../../src-shared/calendar/kept-calendar.ts';
import { dropMirror } from '../../../src-shared/calendar/mirror.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { createInTurn } from '../../../src-shared/pacing/in-turn.ts';
import type { ManyReport } from '../../../src-shared/records/make-in-pieces.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { CalendarsNeeds } from './calendars-needs.ts';
import {
  type CalendarSource,
  type CalendarTaking,
  lookAt,
  type Looked,
  takeLooked,
} from './look-at.ts';
import { keepIfThere, keptCalendars, readAgain } from './read-again.ts';

export type Calendars = {
  look: (source: CalendarSource, zone: string) => Promise<Result<Looked>>;
  take: (looked: Looked, taking: CalendarTaking) => Promise<Result<ManyReport>>;
  list: () => Promise<Result<CalendarInfo[]>>;
  setEvery: (id: string, every: number) => Promise<Result<null>>;
  lookNow: (id: string) => Promise<Result<null>>;
  forget: (id: string) => Promise<Result<null>>;
  /** Reads again whatever it is time for; otherwise it does so every minute. */
  scan: () => Promise<void>;
  close: () => Promise<void>;
};

const minute = 60_000;

export function openCalendars(
  given: Omit<CalendarsNeeds, 'signal'> & { onBug: (error: unknown) => void },
): Calendars {
  const closing = new AbortController();
  const needs: CalendarsNeeds = { ...given, signal: closing.signal };
  const inTurn = createInTurn();
  const scan = async (): Promise<void> => {
    const store = needs.store();
    if (!store.ok || needs.isHeld()) return;
    for (const [id, calendar] of await keptCalendars(store.value)) {
      const { url, askedAt, every } = calendar;
      const isDue = url !== undefined && needs.now() >= askedAt + every * minute;
      if (isDue && !closing.signal.aborted) await readAgain(store.value, id, calendar, needs);
    }
  };
  const timer = setInterval(() => void inTurn(scan).catch(given.onBug), minute).unref();

  const withCalendar = async (
    id: string,
    act: (store: RecordStore, calendar: KeptCalendar) => Promise<unknown>,
  ): Promise<Result<null>> => {
    const store = needs.store();
    if (!store.ok) return store;
    const doc = (await store.value.get('local', [id])).get(id);
    const calendar = doc === undefined ? undefined : keptCalendarIn(doc);
    if (calendar === undefined) return fail('not-found');
    await act(store.value, calendar);
    return ok(null);
  };

  return {
    look: (source, zone) => lookAt(source, zone, needs),
    take: (looked, taking) => takeLooked(looked, taking, needs),
    list: async () => {
      const store = needs.store();
      if (!store.ok) return store;
      const all = [...(await keptCalendars(store.value))];
      return ok(all.map(([id, calendar]) => calendarInfo(id, calendar)));
    },
    setEvery: (id, every) =>
      withCalendar(id, (store, calendar) => keepIfThere(store, id, { ...calendar, every }, needs)),
    lookNow: async (id) =>
      needs.isHeld()
        ? fail('network-held')
        : inTurn(() =>
            withCalendar(id, (store, calendar) => readAgain(store, id, calendar, needs)),
          ),
    forget: (id) =>
      withCalendar(id, async (store) => {
        await store.write((tx) => {
          tx.purge('local', [id]);
          dropMirror(tx, id);
          return ok(null);
        });
        needs.onChange();
      }),
    scan: () => inTurn(scan),
    close: async () => {
      clearInterval(timer);
      closing.abort();
      await inTurn(() => Promise.resolve());
      await needs.reader.close();
    },
  };
}
