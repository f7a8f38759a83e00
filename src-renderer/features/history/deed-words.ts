// What an action was where it is told beside one of its records.

import { t } from '@lingui/core/macro';

import type { HistoryAction } from '../../../src-shared/bridge/history-types.ts';
import { doneTo, doneWords } from '../../words/done-words.ts';

/** Of an undo and of doing it again. `names`: of what it touched. */
export function turnWords({ verb, of, count }: HistoryAction, names = ''): string | undefined {
  if (verb !== 'undo' && verb !== 'redo') return undefined;
  const named = names === '' ? undefined : doneTo(of ?? 'other', names);
  const what = named ?? doneWords(of ?? 'other', count);
  return verb === 'undo' ? t`Undone: ${what}` : t`Again: ${what}`;
}

/** Beside one of its records: what it was, where nobody typed it there. */
export function deedWords(action: HistoryAction): string | undefined {
  const { verb, source, count } = action;
  const turned = turnWords(action);
  if (turned !== undefined) return turned;
  if (source.type !== 'typed' || verb === 'create' || verb === 'edit') return undefined;
  return verb === 'merge' || verb === 'merge-many' ? t`Merged` : doneWords(verb, count);
}
