// Writing to a person from their page.

import { msg } from '@lingui/core/macro';

import type { RecordAction } from '../../ui/record-actions.tsx';
import { WriteDialog } from './write-dialog.tsx';

export const writeActions: readonly RecordAction[] = [
  {
    id: 'person.write',
    label: msg`Write`,
    place: msg`on a record’s page`,
    keys: ['w'],
    when: ({ doc }) => doc.kind === 'person' && doc.status === 'live',
    run: ({ open }) => open(WriteDialog),
  },
];
