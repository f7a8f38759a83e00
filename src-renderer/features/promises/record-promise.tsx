// A promise is made on the page of whom it is with.

import { msg } from '@lingui/core/macro';

import type { OpenDialog, RecordAction } from '../../ui/record-actions.tsx';
import { PromiseDialog } from './promise-dialog.tsx';

const ThisPromise: OpenDialog = ({ context: { doc }, onClose }) => (
  <PromiseDialog whom={[doc.id]} onClose={onClose} />
);

export const recordPromise: readonly RecordAction[] = [
  {
    id: 'promise.make',
    label: msg`Promise`,
    isButton: true,
    // There it is “Make a promise”, with whomever.
    isInPalette: false,
    when: ({ doc }) => doc.status === 'live',
    run: ({ open }) => open(ThisPromise),
  },
];
