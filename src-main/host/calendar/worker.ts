// Reads calendars beside the host, so that what takes long or never ends holds up nothing else:
// the host ends this thread when its time is over.

import { parentPort } from 'node:worker_threads';

import { readCalendar } from '../../../src-shared/calendar/read-calendar.ts';
import type { CalendarQuestion } from './calendar-reader.ts';

parentPort?.on('message', ({ id, bytes, now, zone }: CalendarQuestion & { id: number }) => {
  parentPort?.postMessage({ id, answer: readCalendar(bytes, { now, zone }) });
});
