// Being reminded of whoever is on the page.

import { msg } from '@lingui/core/macro';

import type { OpenDialog, RecordAction } from '../../ui/record-actions.tsx';
import { RemindDialog } from './remind-dialog.tsx';

const Remind: OpenDialog = ({ context: { doc }, onClose }) => (
  <RemindDialog about={doc} onClose={onClose} />
);

export const remindActions: readonly RecordAction[] = [
  {
    id: 'record.remind',
    label: msg`Remind me`,
    place: msg`on a record’s page`,
    when: ({ doc }) => doc.status === 'live',
    run: ({ open }) => open(Remind),
  },
];
