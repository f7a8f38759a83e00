// What the calendars of this laptop are read, planned and kept with.

import type { CalendarPlan } from '../../../src-shared/calendar/plan-calendar.ts';
import { planCalendar } from '../../../src-shared/calendar/plan-calendar.ts';
import type { ReadCalendar } from '../../../src-shared/calendar/calendar-types.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { GetNeeds } from './get-calendar.ts';

export type CalendarsNeeds = GetNeeds & {
  store: () => Result<RecordStore>;
  commandContext: () => CommandContext;
  /** Addresses of whoever has the calendars. */
  own: () => readonly string[];
  /** This network costs by use: nothing is fetched in it. */
  isHeld: () => boolean;
  onChange: () => void;
};

export function planWith(
  { own, now, commandContext }: CalendarsNeeds,
  calendar: ReadCalendar,
  store: RecordStore,
): Promise<CalendarPlan> {
  const { hash } = commandContext();
  return planCalendar(calendar, store, { own: own(), now: now(), hash });
}
