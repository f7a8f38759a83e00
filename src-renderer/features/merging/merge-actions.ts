// Two records that are one are merged from the page of the one that stays.

import { msg } from '@lingui/core/macro';

import type { RecordAction } from '../../ui/record-actions.tsx';
import { MergeDialog } from './merge-dialog.tsx';

const merge = (label: RecordAction['label'], kind: string): RecordAction => ({
  id: `${kind}.merge`,
  label,
  when: ({ doc }) => doc.kind === kind && doc.status === 'live',
  run: ({ open }) => open(MergeDialog),
});

export const mergeActions: readonly RecordAction[] = [
  merge(msg`Merge with another person`, 'person'),
  merge(msg`Merge with another organisation`, 'organisation'),
  merge(msg`Merge with another community`, 'community'),
];
