// The keys of Today, for the row that is meant.

import { msg } from '@lingui/core/macro';

import type { Action } from '../../ui/actions.tsx';

export type TodayContext = {
  /** Whether a row is meant. */
  isThere: boolean;
  isPinned: boolean;
  isPerson: boolean;
  log: () => void;
  draft: () => void;
  done: () => void;
  snooze: () => void;
  notMine: () => void;
  pin: () => void;
  undo: () => void;
  move: (step: number) => void;
};

const place = msg`On Today`;
const when = ({ isThere }: TodayContext): boolean => isThere;

export const todayActions: readonly Action<TodayContext>[] = [
  {
    id: 'today.log',
    label: msg`Log what happened with them`,
    place,
    keys: ['L'],
    when,
    run: ({ log }) => log(),
  },
  {
    id: 'today.draft',
    label: msg`Write to them`,
    place,
    keys: ['D'],
    when: ({ isThere, isPerson }) => isThere && isPerson,
    run: ({ draft }) => draft(),
  },
  {
    id: 'today.done',
    label: msg`Done, for the whole team`,
    place,
    keys: ['X'],
    when,
    run: ({ done }) => done(),
  },
  {
    id: 'today.snooze',
    label: msg`Put off, only for you`,
    place,
    keys: ['S'],
    when,
    run: ({ snooze }) => snooze(),
  },
  {
    id: 'today.not-mine',
    label: msg`Not mine, only for you`,
    place,
    keys: ['N'],
    when,
    run: ({ notMine }) => notMine(),
  },
  {
    id: 'today.pin',
    label: msg`Pin to the top, only for you`,
    place,
    keys: ['P'],
    when: ({ isThere, isPinned }) => isThere && !isPinned,
    run: ({ pin }) => pin(),
  },
  {
    id: 'today.undo',
    label: msg`Take back the last thing done here`,
    place,
    keys: ['U'],
    run: ({ undo }) => undo(),
  },
  {
    id: 'today.next',
    label: msg`Next row`,
    place,
    keys: ['J', 'ArrowDown'],
    isInPalette: false,
    when,
    run: ({ move }) => move(1),
  },
  {
    id: 'today.previous',
    label: msg`Previous row`,
    place,
    keys: ['K', 'ArrowUp'],
    isInPalette: false,
    when,
    run: ({ move }) => move(-1),
  },
];
