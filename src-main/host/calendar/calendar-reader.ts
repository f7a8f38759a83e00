// Has calendars read in a thread of its own, one at a time, each with a time limit.

import type { CalendarRead } from '../../../src-shared/calendar/calendar-types.ts';
import { threadProgram } from '../thread-program.ts';
import { createTimedThread } from '../timed-thread.ts';

export type CalendarQuestion = { bytes: Uint8Array; now: number; zone: string };
export type CalendarAnswer = CalendarRead | { ok: false; because: 'stuck' };

export type CalendarReader = {
  read: (question: CalendarQuestion) => Promise<CalendarAnswer>;
  close: () => Promise<void>;
};

const longestMs = 60_000;
const limits = { maxOldGenerationSizeMb: 600 };

const program = threadProgram('calendar/worker.ts', 'calendar-worker.js');

export function createCalendarReader(): CalendarReader {
  const stuck: CalendarAnswer = { ok: false, because: 'stuck' };
  const thread = createTimedThread<CalendarQuestion, CalendarAnswer>({
    program,
    limits,
    longestMs,
    stuck,
  });
  return { read: thread.ask, close: thread.close };
}
