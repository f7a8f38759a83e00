// Reads a calendar again from its address: what changed moves in the mirror, what failed is said.

import {
  calendarsKey,
  keptCalendarIn,
  type KeptCalendar,
  putCalendar,
} from '../../../src-shared/calendar/kept-calendar.ts';
import { putMirror } from '../../../src-shared/calendar/mirror.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { RecordStore, RecordTx } from '../../../src-shared/store/record-store.ts';
import { type CalendarsNeeds, planWith } from './calendars-needs.ts';
import { getCalendar } from './get-calendar.ts';

export async function keptCalendars(store: RecordStore): Promise<Map<string, KeptCalendar>> {
  const ids = (await store.byKeys('local', [calendarsKey])).get(calendarsKey) ?? [];
  const found = new Map<string, KeptCalendar>();
  for (const [id, doc] of await store.get('local', ids)) {
    const calendar = keptCalendarIn(doc);
    if (calendar !== undefined) found.set(id, calendar);
  }
  return found;
}

export async function readAgain(
  store: RecordStore,
  id: string,
  calendar: KeptCalendar,
  needs: CalendarsNeeds,
): Promise<void> {
  const { url, trouble: _trouble, detail: _detail, ...rest } = calendar;
  if (url === undefined) return;
  const askedAt = needs.now();
  const got = await getCalendar({ ...calendar, url }, needs);
  if (needs.signal.aborted) return;
  if (!got.ok) {
    const failed = { trouble: got.error.code, detail: got.error.detail ?? {} };
    return keepIfThere(store, id, { ...rest, url, askedAt, ...failed }, needs);
  }
  const fresh = { ...rest, url, askedAt, readAt: askedAt };
  if (got.value.isSame) return keepIfThere(store, id, fresh, needs);
  const { isSame: _isSame, calendar: read, ...marks } = got.value;
  const { meetings } = await planWith(needs, read, store);
  const { etag: _etag, modified: _modified, ...known } = fresh;
  const next = { ...known, ...marks, meetings: meetings.length };
  return keepIfThere(store, id, next, needs, (tx) =>
    putMirror(tx, id, meetings, needs.commandContext()),
  );
}

/** Unless it was taken away meanwhile. */
export async function keepIfThere(
  store: RecordStore,
  id: string,
  calendar: KeptCalendar,
  { commandContext, onChange }: Pick<CalendarsNeeds, 'commandContext' | 'onChange'>,
  more: (tx: RecordTx) => void = () => {},
): Promise<void> {
  await store.write((tx) => {
    if (!tx.get('local', [id]).has(id)) return ok(null);
    putCalendar(tx, id, calendar, commandContext());
    more(tx);
    return ok(null);
  });
  onChange();
}
