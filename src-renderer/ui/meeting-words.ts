// Why a meeting is on Today, in a sentence.

import { plural, t } from '@lingui/core/macro';

import { dayOfTime } from '../../src-shared/query/calendar.ts';
import type { Reason } from '../../src-shared/today/rows.ts';
import { daysAway } from '../../src-shared/values/anniversary.ts';
import { readerZone } from '../data/asking-views.ts';
import type { Dates } from './when.tsx';

type Of<C extends Reason['code']> = Extract<Reason, { code: C }>;

export function meetingWords(reason: Of<'meeting'>, name: string, dates: Dates): string {
  const { at, isOver, people } = reason;
  const when = whenWords(at, dates);
  const who = whoWords(name, people.length - 1);
  const title = reason.title.trim();
  if (isOver)
    return title === ''
      ? t`What came of the meeting with ${who} (${when})?`
      : t`What came of “${title}” with ${who} (${when})?`;
  if (awayOf(at) === 0)
    return title === ''
      ? t`Meeting with ${who} at ${when}`
      : t`Meeting with ${who} at ${when}: ${title}`;
  return title === '' ? t`Meeting with ${who}, ${when}` : t`Meeting with ${who}, ${when}: ${title}`;
}

/** Near days by their name, today by the time alone. */
function whenWords(at: number, dates: Dates): string {
  const clock = dates.timeIn(at, readerZone());
  const away = awayOf(at);
  if (away === 0) return clock;
  const day = dates.inDays(away);
  return t`${day}, ${clock}`;
}

/** In days. */
function awayOf(at: number): number {
  const zone = readerZone();
  return daysAway(dayOfTime(at, zone), dayOfTime(Date.now(), zone)) ?? 0;
}

const whoWords = (name: string, others: number): string =>
  others <= 0
    ? name
    : plural(others, { one: `${name} and # other`, other: `${name} and # others` });

export function movedWords({ title, at, from }: Of<'moved'>, name: string, dates: Dates): string {
  const [before, after] = [dates.dateTime(from), dates.dateTime(at)];
  return title.trim() === ''
    ? t`Your calendar has moved the meeting with ${name} from ${before} to ${after}`
    : t`Your calendar has moved “${title}” with ${name} from ${before} to ${after}`;
}
