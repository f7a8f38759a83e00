// What is said of a notice, and of many at once.

import { plural, t } from '@lingui/core/macro';

import type { Notice, NoticesAnswer } from '../../../src-shared/bridge/requests/notices.ts';
import { noteTypes, type NoteType } from '../../../src-shared/notices/note.ts';
import { reasonWords as commentWords } from '../../features/together/for-me-words.ts';
import { reasonWords } from '../../ui/today-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { Dates } from '../../ui/when.tsx';
import { listWords } from '../../words/in-language.ts';

/** `nameOf`: what somebody is called now. */
export function noticeWords(
  { row, comment, about, writer }: Notice,
  nameOf: (writer: NonNullable<Notice['writer']>) => string,
  dates: Dates,
): string {
  const name = about === undefined ? '' : nameOrNone(about);
  if (row !== undefined) return reasonWords(row.reason, name, dates);
  if (comment === undefined || writer === undefined) return '';
  const why = commentWords(comment.why, nameOf(writer));
  return name === '' ? why : t`${why}: ${name}`;
}

export function digestWords({ days, counts }: NonNullable<NoticesAnswer['digest']>): string {
  const what = listWords(
    noteTypes.flatMap((type) => {
      const count = counts[type] ?? 0;
      return count === 0 ? [] : [countWords(type, count)];
    }),
  );
  if (days === undefined) return t`New for you: ${what}`;
  return plural(days, {
    one: `While you were away (# day): ${what}`,
    other: `While you were away (# days): ${what}`,
  });
}

function countWords(type: NoteType, count: number): string {
  switch (type) {
    case 'mention':
      return plural(count, { one: '# mention', other: '# mentions' });
    case 'comment':
      return plural(count, { one: '# comment', other: '# comments' });
    case 'promise':
      return plural(count, { one: '# promise due', other: '# promises due' });
    case 'moved':
      return plural(count, { one: '# promise moved', other: '# promises moved' });
    case 'reminder':
      return plural(count, { one: '# reminder', other: '# reminders' });
    case 'date':
      return plural(count, { one: '# birthday or date', other: '# birthdays and dates' });
  }
}
