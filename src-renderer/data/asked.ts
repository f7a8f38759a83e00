// What is asked for from anywhere and happens on a page that may have to be opened first:
// the wish waits here until the page takes it.

import { useEffect } from 'react';

import type { Chosen } from './chosen-people.ts';
import type { View } from '../../src-shared/query/view.ts';

type Wish<T> = {
  ask: (wanted: T) => void;
  /** `take` is called for each wish, also for one that was there before. */
  useAsked: (take: (wanted: T) => void) => void;
};

function createWish<T>(): Wish<T> {
  let waiting: { wanted: T } | undefined;
  const listeners = new Set<() => void>();
  return {
    ask: (wanted) => {
      waiting = { wanted };
      for (const listener of listeners) listener();
    },
    useAsked: (take) =>
      useEffect(() => {
        const look = (): void => {
          const found = waiting;
          waiting = undefined;
          if (found !== undefined) take(found.wanted);
        };
        look();
        listeners.add(look);
        return () => {
          listeners.delete(look);
        };
      }, [take]),
  };
}

const adding = createWish<null>();
/** Adding a person happens on the People page. */
export const askToAdd = (): void => adding.ask(null);
export const useAskedToAdd = adding.useAsked;

const writing = createWish<string>();
/** A text to a person, by id. */
export const askToWrite = (person: string): void => writing.ask(person);
export const useAskedToWrite = writing.useAsked;

/** Whom a round is to go to, and what it may be called. */
export type RoundWish = {
  view: View;
  name: string;
  /** Whose people they are. */
  group?: string;
  /** Those of this laptop alone are meant, too. */
  isPrivate?: boolean;
};

const rounding = createWish<RoundWish>();
/** Starting a round is asked about first. */
export const askToStartRound = (wanted: RoundWish): void => rounding.ask(wanted);
export const useAskedToStartRound = rounding.useAsked;

export type LogWish = {
  /** By id; '' where that is asked, too. */
  person: string;
  /** One that was just made: since when (ms since 1970), for how long. */
  call?: { since: number; minutes: number };
};

const logging = createWish<LogWish>();
/** What happened with somebody. */
export const askToLog = (wish: LogWish): void => logging.ask(wish);
export const useAskedToLog = logging.useAsked;

const loggingForAll = createWish<Chosen>();
/** What happened with all of these. */
export const askToLogForAll = (chosen: Chosen): void => loggingForAll.ask(chosen);
export const useAskedToLogForAll = loggingForAll.useAsked;
