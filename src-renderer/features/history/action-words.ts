// What was done, as a sentence.

import { plural, t } from '@lingui/core/macro';

import type { ToldAction } from '../../../src-shared/bridge/history-types.ts';
import { commaWords } from '../../words/in-language.ts';
import { doneTo, doneWords } from '../../words/done-words.ts';
import { turnWords } from './deed-words.ts';

/** `nameOf`: what a record that it touched is called. */
export function actionWords(
  action: ToldAction,
  nameOf: (record: ToldAction['some'][number]) => string,
): string {
  const { verb, made, changed, count, source } = action;
  const names = namesOf(action, nameOf);
  const turned = turnWords(action, names);
  if (turned !== undefined) return turned;
  if (verb === 'import' && source.type === 'import') {
    const file = source.file;
    const parts = [
      ...(made > 0 ? [plural(made, { one: '# new', other: '# new' })] : []),
      ...(changed > 0 ? [plural(changed, { one: '# changed', other: '# changed' })] : []),
    ];
    const counts = commaWords(parts);
    return parts.length === 0 ? t`Imported ${file}` : t`Imported ${file}: ${counts}`;
  }
  if (count === 0 || names === '') return doneWords(verb, count);
  const named = doneTo(verb === 'merge-many' ? 'merge' : verb, names);
  if (named !== undefined) return named;
  const what = doneWords(verb, count);
  return t`${what}: ${names}`;
}

/** The first few by name, the others as a number. */
function namesOf(
  { some, made, changed }: ToldAction,
  nameOf: (record: ToldAction['some'][number]) => string,
): string {
  const shown = some.slice(0, 3);
  const names = shown.map(nameOf);
  const left = made + changed - shown.length;
  if (names.length === 0) return '';
  if (left <= 0) return commaWords(names);
  const others = plural(left, { one: '# more', other: '# more' });
  return commaWords([...names, others]);
}
