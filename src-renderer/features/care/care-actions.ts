// What can be done with what is known of a person, from their page.

import { msg } from '@lingui/core/macro';

import type { RecordAction } from '../../ui/record-actions.tsx';
import { EverythingDialog } from './everything-dialog.tsx';

export const careActions: readonly RecordAction[] = [
  {
    id: 'person.everything',
    label: msg`Save everything about them`,
    when: ({ doc }) => doc.kind === 'person' && doc.status === 'live',
    run: ({ open }) => open(EverythingDialog),
  },
];
