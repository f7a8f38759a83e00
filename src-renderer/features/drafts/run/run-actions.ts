// The keys of a run, for the draft that is looked at.

import { msg } from '@lingui/core/macro';

import type { Action } from '../../../ui/actions.tsx';

export type RunContext = {
  /** Whether one is looked at that is not sent yet and may be. */
  isOpen: boolean;
  open: () => void;
  sent: () => void;
  skip: () => void;
  move: (step: number) => void;
};

const place = msg`on a run of drafts`;
const when = ({ isOpen }: RunContext): boolean => isOpen;

export const runActions: readonly Action<RunContext>[] = [
  {
    id: 'run.open',
    label: msg`Open the draft`,
    place,
    keys: ['W'],
    when,
    run: ({ open }) => open(),
  },
  {
    id: 'run.sent',
    label: msg`I sent it`,
    place,
    keys: ['X'],
    when,
    run: ({ sent }) => sent(),
  },
  { id: 'run.skip', label: msg`Skip`, place, keys: ['S'], when, run: ({ skip }) => skip() },
  {
    id: 'run.next',
    label: msg`Next draft`,
    place,
    keys: ['J'],
    isInPalette: false,
    run: ({ move }) => move(1),
  },
  {
    id: 'run.previous',
    label: msg`Previous draft`,
    place,
    keys: ['K'],
    isInPalette: false,
    run: ({ move }) => move(-1),
  },
];
