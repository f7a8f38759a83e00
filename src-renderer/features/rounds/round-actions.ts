// The keys of a round, for the person whose turn it is.

import { msg } from '@lingui/core/macro';

import type { RunOutcome } from '../../../src-shared/domain/round.ts';
import type { Action } from '../../ui/actions.tsx';

export type RoundContext = {
  /** Whether somebody is on the page. */
  isThere: boolean;
  move: (step: 1 | -1) => void;
  mark: (outcome: RunOutcome) => void;
  /** To the line in which it is written down. */
  log: () => void;
  write: () => void;
  undo: () => void;
};

const place = msg`in a round`;
const when = ({ isThere }: RoundContext): boolean => isThere;

export const roundActions: readonly Action<RoundContext>[] = [
  {
    id: 'round.next',
    label: msg`Next`,
    place,
    keys: ['N'],
    when,
    run: ({ move }) => move(1),
  },
  {
    id: 'round.previous',
    label: msg`Previous`,
    place,
    keys: ['P'],
    when,
    run: ({ move }) => move(-1),
  },
  {
    id: 'round.log',
    label: msg`Log what happened`,
    place,
    keys: ['L'],
    when,
    run: ({ log }) => log(),
  },
  { id: 'round.write', label: msg`Write`, place, keys: ['D'], when, run: ({ write }) => write() },
  {
    id: 'round.skip',
    label: msg`Skip`,
    place,
    keys: ['S'],
    when,
    run: ({ mark }) => mark('skipped'),
  },
  {
    id: 'round.later',
    label: msg`Later in this round`,
    place,
    keys: ['Z'],
    when,
    run: ({ mark }) => mark('snoozed'),
  },
  {
    id: 'round.left',
    label: msg`Nothing to do`,
    place,
    keys: ['X'],
    when,
    run: ({ mark }) => mark('left'),
  },
  {
    id: 'round.undo',
    label: msg`Take back the last step`,
    place,
    keys: ['U'],
    run: ({ undo }) => undo(),
  },
];
