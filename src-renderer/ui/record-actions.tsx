// What can be done with any record that has a page of its own.

import { msg, t } from '@lingui/core/macro';
import type { ComponentType } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Command } from '../../src-shared/records/command.ts';
import { refOf } from '../data/ref-of.ts';
import type { RunCommand } from '../data/use-command.tsx';
import type { Action } from './actions.tsx';
import { ConfirmErase } from './confirm-erase.tsx';

export type RecordContext = {
  doc: RecordDoc;
  run: RunCommand;
  /** Shows a dialog above the page. */
  open: (Dialog: OpenDialog) => void;
  /** To the list it was in. */
  back: () => void;
  /** Runs what ends the record's time here, then shows the list it was in. */
  leaveBy: (command: Command) => void;
};

export type OpenDialog = ComponentType<{ context: RecordContext; onClose: () => void }>;
export type RecordAction = Action<RecordContext>;

export const backAction: RecordAction = {
  id: 'record.back',
  label: msg`Back to the list`,
  place: msg`on a record’s page`,
  keys: ['Escape'],
  run: ({ back }) => back(),
};

export const recordActions: readonly RecordAction[] = [
  {
    id: 'record.trash',
    label: msg`Move to trash`,
    isDangerous: true,
    when: ({ doc }) => doc.status === 'live',
    run: ({ doc, leaveBy }) => leaveBy({ type: 'trash', refs: [refOf(doc)] }),
  },
  {
    id: 'record.erase',
    label: msg`Erase for good`,
    isDangerous: true,
    run: ({ open }) => open(EraseDialog),
  },
];

const EraseDialog: OpenDialog = ({ context: { doc, leaveBy }, onClose }) => (
  <ConfirmErase
    what={doc.name || t`this`}
    refs={[refOf(doc)]}
    onClose={onClose}
    onErase={() => leaveBy({ type: 'erase', refs: [refOf(doc)] })}
  />
);
