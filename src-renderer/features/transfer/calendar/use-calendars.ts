// The calendars that this laptop keeps, as they are now.

import { useCallback, useEffect, useState } from 'react';

import type { CalendarInfo } from '../../../../src-shared/calendar/kept-calendar.ts';
import { useHost } from '../../../data/host-context.tsx';

export function useCalendars(): readonly CalendarInfo[] {
  const { host } = useHost();
  const [calendars, setCalendars] = useState<readonly CalendarInfo[]>([]);
  const look = useCallback(async (): Promise<void> => {
    const answer = await host.request('calendar.list', {});
    if (answer.ok) setCalendars(answer.value);
  }, [host]);
  useEffect(() => {
    const stop = host.on('calendars.changed', () => void look());
    void look();
    return stop;
  }, [host, look]);
  return calendars;
}
