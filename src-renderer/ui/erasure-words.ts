// What was or will be erased, and what still holds it, in words.

import { plural, t } from '@lingui/core/macro';

import { asideDays, type KeptCopy } from '../../src-shared/bridge/erase-types.ts';
import type { ErasureCounts } from '../../src-shared/records/erase/outside.ts';
import { listWords } from '../words/in-language.ts';
import type { Dates } from './when.tsx';

/** “1 person, 3 moments and 2 files”; empty where there is nothing to count. */
export function countWords({ gone, files }: ErasureCounts): string {
  const { people = 0, groups = 0, ties = 0, moments = 0, work = 0, setup = 0, posts = 0 } = gone;
  const all = [
    [people, plural(people, { one: '# person', other: '# people' })],
    [groups, plural(groups, { one: '# group', other: '# groups' })],
    [ties, plural(ties, { one: '# role or tie', other: '# roles and ties' })],
    [moments, plural(moments, { one: '# moment', other: '# moments' })],
    [work, plural(work, { one: '# other record', other: '# other records' })],
    [setup, plural(setup, { one: '# saved view', other: '# saved views' })],
    [posts, plural(posts, { one: '# post', other: '# posts' })],
    [files, plural(files, { one: '# attached file', other: '# attached files' })],
  ] as const;
  const words = all.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return words.length === 0 ? '' : listWords(words);
}

export const stayingWords = (count: number): string =>
  plural(count, {
    one: '# moment with others stays, without this name in its list of people. What you wrote in it stays as it is.',
    other:
      '# moments with others stay, without this name in their lists of people. What you wrote in them stays as it is.',
  });

/** One line for each copy. */
export function copyWords({ where, name, at, until }: KeptCopy, { date, dateTime }: Dates): string {
  const made = dateTime(at);
  if (where === 'aside')
    return t`The book that was put aside on ${made}, kept for ${asideDays} days on which this laptop is used: until ${date(until ?? at)} at the earliest`;
  return until === undefined
    ? t`The backup of ${made}, until you remove the file ${name} from the folder “backups”`
    : t`The backup of ${made}, until about ${date(until)}`;
}
