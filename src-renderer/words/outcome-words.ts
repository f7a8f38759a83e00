// What came of a command, as its toast says it.

import { plural, t } from '@lingui/core/macro';

import type { Command, Done } from '../../src-shared/records/command.ts';
import { askedWords } from './command-words.ts';
import { doneWords, toldWords, undoneWords } from './done-words.ts';

/** Of many who were to be merged. */
export const leftOutWords = (count: number): string =>
  plural(count, {
    one: '# was left out: they were changed meanwhile, or one is only on this laptop and the other is shared.',
    other:
      '# were left out: they were changed meanwhile, or one is only on this laptop and the other is shared.',
  });

export function outcomeWords(
  { label, count, left, told }: Done,
  command: Command | Command['type'],
  says?: string,
): string {
  const [type, asked] =
    typeof command === 'string' ? [command] : [command.type, askedWords(command, count, told)];
  const isUndo = type === 'undo';
  const named = told && (isUndo ? undoneWords(label, told) : toldWords(label, told));
  const what = says ?? asked ?? named ?? doneWords(label, count);
  const text = isUndo ? t`Undone: ${what}` : type === 'redo' ? t`Again: ${what}` : what;
  if (type === 'erase') return t`${text}. The Trash page says what still holds it.`;
  if (left === 0) return text;
  if (label === 'merge-many' && type === label) return t`${text}. ${leftOutWords(left)}`;
  return plural(left, {
    one: `${text} # was left alone because it has changed since.`,
    other: `${text} # were left alone because they have changed since.`,
  });
}
