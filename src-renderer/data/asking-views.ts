// How this window asks the host about views.

import { useEffect, useState } from 'react';

import type { WhichPeople } from '../../src-shared/bridge/requests/which.ts';
import type { WeekDay } from '../../src-shared/query/calendar.ts';
import type { View } from '../../src-shared/query/view.ts';
import type { HostConnection } from '../host/connection.ts';
import { localeNow } from '../words/language.ts';
import type { ChosenByView } from './chosen-people.ts';

/** With whose days and weeks are meant. */
export const asked = (view: View) => ({
  view: JSON.parse(JSON.stringify(view)) as never,
  ...reader(),
});

export const whichOf = ({ view, text, without }: ChosenByView): WhichPeople => ({
  ...asked(view),
  ...(text === '' ? {} : { text }),
  ...(without.length === 0 ? {} : { without: [...without] }),
});

export const readerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function reader(): { zone: string; weekStart: WeekDay } {
  return { zone: readerZone(), weekStart: weekStartNow() };
}

/** 1 = Monday. */
export const weekStartNow = (): WeekDay => firstDayOf(localeNow());

/** TypeScript does not know `getWeekInfo` yet; browsers without it begin on Monday. */
function firstDayOf(locale: string): WeekDay {
  const known = new Intl.Locale(locale) as { getWeekInfo?: () => { firstDay: WeekDay } };
  return known.getWeekInfo?.().firstDay ?? 1;
}

/** Counts how often what views show may have changed. */
export function useViewTick(host: HostConnection): number {
  const [tick, setTick] = useState(0);
  useEffect(() => host.on('views.changed', () => setTick((old) => old + 1)), [host]);
  return tick;
}
