// What can be done with all that is ticked in a list of groups or of what happened.

import { msg } from '@lingui/core/macro';

import type { Action } from '../../ui/actions.tsx';
import type { Ticked } from './ticked.ts';

export const usualActions: readonly Action<Ticked>[] = [
  {
    id: 'rows.edit',
    label: msg`Edit`,
    place: msg`in a list, with something selected`,
    keys: ['e'],
    run: ({ edit }) => edit('set'),
  },
  {
    id: 'rows.trash',
    label: msg`Move to trash`,
    isDangerous: true,
    run: ({ edit }) => edit('trash'),
  },
  { id: 'rows.clear', label: msg`Clear selection`, isQuiet: true, run: ({ clear }) => clear() },
];

/** What has tags is tagged in one go. */
export const tagging: Action<Ticked> = {
  id: 'rows.tag',
  label: msg`Add tag`,
  run: ({ edit }) => edit('put', 'tags'),
};
