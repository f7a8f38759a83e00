// What is read of a calendar: single times of what stands in it, each on its own.

export type Guest = { name: string; address: string };

export type Occurrence = {
  uid: string;
  /** Of one that comes round: when it was meant to be at first (ISO 8601); else ''. */
  recurrence: string;
  /** ms since 1970. */
  at: number;
  end: number;
  title: string;
  place: string;
  /** Whoever asks first, then whoever was asked. */
  guests: Guest[];
  /** Addresses of those who do not come. */
  declined: string[];
  isAllDay: boolean;
  isCancelled: boolean;
};

export type ReadCalendar = {
  name: string;
  /** What stands in it, what cannot be read too. */
  events: number;
  /** What cannot be read: the rest is. */
  broken: number;
  /** Rules of which not every time was worked out. */
  cutOff: number;
  /** In the order in which they happen, within a year before and after. */
  occurrences: Occurrence[];
};

export type CalendarRead =
  | { ok: true; calendar: ReadCalendar }
  | { ok: false; because: 'no-calendar' | 'too-large' };

/** A larger one is refused. */
export const largestCalendar = 20 * 1024 * 1024;
/** Of one rule, and of a calendar. */
export const mostOfRule = 10_000;
export const mostOccurrences = 50_000;
/** What is looked at, before and after now. */
export const windowMs = 366 * 86_400_000;
