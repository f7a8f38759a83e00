// Why a row is on Today, and what comes of leaving it, in a sentence each.

import { plural, t } from '@lingui/core/macro';

import type { Left, Level, Reason } from '../../src-shared/today/rows.ts';
import { everySaid } from '../words/every-words.ts';
import { labelWords } from '../words/value-words.ts';
import { meetingWords, movedWords } from './meeting-words.ts';
import type { Dates } from './when.tsx';

const timeOf = (day: string): number => Date.parse(`${day}T12:00:00`);

export function reasonWords(reason: Reason, name: string, dates: Dates): string {
  switch (reason.code) {
    case 'promise':
      return promiseWords(reason, name, dates);
    case 'owed': {
      const { text } = reason;
      const when = dates.date(timeOf(reason.day));
      return t`${name} owes us since ${when}: ${text}. A friendly word may help`;
    }
    case 'promise-moved':
      return promiseMovedWords(reason, name, dates);
    case 'waiting':
      return waitingWords(reason.days, name);
    case 'meeting':
      return meetingWords(reason, name, dates);
    case 'moved':
      return movedWords(reason, name, dates);
    case 'birthday':
      return birthdayWords(reason, name, dates);
    case 'date': {
      const what = labelWords(reason.label);
      const when = dates.inDays(reason.inDays);
      return t`${name}: ${what} ${when}`;
    }
    case 'reminder': {
      const { text } = reason;
      const when = dates.dateTime(reason.at);
      return t`Remember: ${text} (${name}, ${when})`;
    }
    case 'rhythm':
      return rhythmWords(reason, name, dates);
    case 'newcomer':
      return plural(reason.days, {
        0: `${name} came into the book today, and nobody has been in touch yet`,
        one: `${name} came into the book yesterday, and nobody has been in touch yet`,
        other: `${name} came into the book # days ago, and nobody has been in touch yet`,
      });
    case 'dormant':
      return dormantWords(reason, name, dates);
  }
}

type Of<C extends Reason['code']> = Extract<Reason, { code: C }>;

function promiseWords({ text, day, daysLate }: Of<'promise'>, name: string, dates: Dates): string {
  if (daysLate === 0) return t`We promised ${name} for today: ${text}`;
  const when = dates.date(timeOf(day));
  return t`We promised ${name} by ${when}: ${text}`;
}

function promiseMovedWords(
  { side, by, text, day, why }: Of<'promise-moved'>,
  name: string,
  dates: Dates,
): string {
  const when = dates.date(timeOf(day));
  if (side === 'ours') return t`${by} moved our promise to ${name} to ${when}: ${text} (${why})`;
  return t`${by} moved what ${name} owes us to ${when}: ${text} (${why})`;
}

const waitingWords = (days: number, name: string): string =>
  plural(days, {
    0: `${name} wrote today and waits for an answer`,
    one: `${name} wrote yesterday and waits for an answer`,
    other: `${name} wrote # days ago and waits for an answer`,
  });

function birthdayWords({ inDays, years }: Of<'birthday'>, name: string, dates: Dates): string {
  const when = dates.inDays(inDays);
  if (years === undefined) return t`${name} has a birthday ${when}`;
  return plural(years, {
    one: `${name} turns # ${when}`,
    other: `${name} turns # ${when}`,
  });
}

function rhythmWords({ every, last, daysOver }: Of<'rhythm'>, name: string, dates: Dates): string {
  const often = everySaid(every);
  if (last === undefined)
    return t`Never in touch with ${name}, who is meant to hear from us ${often}`;
  const when = dates.date(timeOf(last));
  return plural(daysOver, {
    0: `Last in touch with ${name} on ${when}, meant to be ${often}: due today`,
    one: `Last in touch with ${name} on ${when}, meant to be ${often}: # day over`,
    other: `Last in touch with ${name} on ${when}, meant to be ${often}: # days over`,
  });
}

function dormantWords(reason: Of<'dormant'>, name: string, { count }: Dates): string {
  const [days, gap] = [count(reason.days), count(reason.gap)];
  return t`You used to be in touch with ${name} about every ${gap} days; now it has been ${days} days`;
}

/** How it was worked out, where a number decides. */
export function workingsOf(reason: Reason, { count }: Dates): string | undefined {
  if (reason.code !== 'dormant') return undefined;
  const [days, gap] = [count(reason.days), count(reason.gap)];
  const [contacts, strength] = [count(reason.contacts), count(reason.strength)];
  return t`${days} days / ${gap} days usual × ln(1 + ${contacts} contacts) = ${strength}`;
}

export function leftWords(left: Left, dates: Dates): string {
  switch (left.code) {
    case 'breaks': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: from ${on} it counts as broken.`;
    }
    case 'broken':
      return t`If you leave it: it counts as broken already.`;
    case 'wait-longer': {
      const on = dates.date(timeOf(left.on));
      return plural(left.days, {
        one: `If you leave it: on ${on} they will have waited # day.`,
        other: `If you leave it: on ${on} they will have waited # days.`,
      });
    }
    case 'over': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: on ${on} the day is over.`;
    }
    case 'goes': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: it goes by itself on ${on}.`;
    }
    case 'comes-again': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: it comes again on ${on}.`;
    }
    case 'stays':
      return t`If you leave it: it stays here.`;
    case 'asked-after':
      return t`If you leave it: afterwards it is asked what came of it.`;
    case 'asked-until': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: from ${on} it is not asked any more.`;
    }
    case 'twice-as-long': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: on ${on} it will be twice as long as you wanted.`;
    }
    case 'no-longer-new': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: from ${on} nobody is reminded to welcome them.`;
    }
    case 'next-turn': {
      const on = dates.date(timeOf(left.on));
      return t`If you leave it: they may be suggested again on ${on}.`;
    }
  }
}

export const levelWords = (level: Level, count: number): string => {
  switch (level) {
    case 'pinned':
      return plural(count, { one: '# pinned', other: '# pinned' });
    case 'promise':
      return plural(count, { one: '# promise', other: '# promises' });
    case 'waiting':
      return plural(count, { one: '# waits for an answer', other: '# wait for an answer' });
    case 'meeting':
      return plural(count, { one: '# meeting', other: '# meetings' });
    case 'date':
      return plural(count, { one: '# birthday or date', other: '# birthdays and dates' });
    case 'reminder':
      return plural(count, { one: '# reminder', other: '# reminders' });
    case 'owed':
      return plural(count, { one: '# owed to us', other: '# owed to us' });
    case 'moved':
      return plural(count, { one: '# promise moved', other: '# promises moved' });
    case 'rhythm':
      return plural(count, { one: '# to be in touch with', other: '# to be in touch with' });
    case 'newcomer':
      return plural(count, { one: '# newcomer', other: '# newcomers' });
    case 'dormant':
      return plural(count, { one: '# gone quiet', other: '# gone quiet' });
  }
};
