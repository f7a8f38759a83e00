// What can be done with a person as a whole.

import { type RecordAction, recordActions } from '../../../ui/record-actions.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';

export const personActions: readonly RecordAction[] = [
  {
    id: 'person.merge',
    label: 'Merge with another person',
    run: ({ open }) => open(MergeDialog),
  },
  ...recordActions,
];
