// What an entry of a calendar file is called.

import { refusalOf } from '../../../care/may-contact.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import type { CalendarOptions } from './asked.ts';
import type { Entry } from './entry.ts';

export function titleOf(
  { kind, text }: Entry,
  about: readonly RecordDoc[],
  { isShort, words }: Pick<CalendarOptions, 'isShort' | 'words'>,
): string {
  const said = clean(text);
  const isAnniversary = said.toLowerCase() === 'anniversary';
  const word = {
    birthdays: words.birthday,
    dates: isShort || said === '' ? words.date : isAnniversary ? words.anniversary : said,
    promises: words.promise,
    theirs: words.theirs,
    reminders: words.reminder,
  }[kind];
  const names = about.map(({ name }) => (isShort ? initials(name) : name)).join(', ');
  const isPlain = isShort || said === '' || kind === 'birthdays' || kind === 'dates';
  const whole = names === '' ? said : `${said} (${names})`;
  const what = isPlain ? names : whole;
  const alone = about.some((doc) => refusalOf(doc) !== undefined) ? ` (${words.leftAlone})` : '';
  return `${what === '' ? word : `${word}: ${what}`}${alone}`;
}

/** Without characters that no line of a calendar may contain. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, (gap) => (/\s/u.test(gap) ? ' ' : ''))
    .trim();

/** A.L. of Ada Lovelace. */
export function initials(name: string): string {
  const words = name.split(/[\s@]+/u).flatMap((word) => /\p{L}\p{M}*|\p{N}/u.exec(word)?.[0] ?? []);
  const [first] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .flatMap((one) => (one === undefined ? [] : `${one.toUpperCase()}.`))
    .join('');
}
