// What can be done with a person as a whole.

import { msg } from '@lingui/core/macro';
import { type RecordAction, recordActions } from '../../../ui/record-actions.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';

export const personActions: readonly RecordAction[] = [
  {
    id: 'person.merge',
    label: msg`Merge with another person`,
    run: ({ open }) => open(MergeDialog),
  },
  ...recordActions,
];
