// What somebody changes by hand of what a line is understood as.

import type { Dispatch, SetStateAction } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { Known } from '../../../../src-shared/logging/line-parts.ts';
import {
  type ByHand,
  emptyState,
  type LineDraft,
  type LineState,
  type PromiseDraft,
  withPeople,
} from './line-draft.ts';

type Without = Parameters<LineState['without']['has']>[0];

export function lineChanges(setState: Dispatch<SetStateAction<LineState>>, draft: LineDraft) {
  const change = (of: (before: LineState) => Partial<LineState>): void =>
    setState((before) => ({ ...before, ...of(before) }));
  return {
    set: (part: ByHand): void => change(({ byHand }) => ({ byHand: { ...byHand, ...part } })),
    setPeople: (next: readonly Known[]): void =>
      setState((before) => withPeople(before, draft, next)),
    /** Whom the line named before it goes on about something else. */
    take: (person: Known): void =>
      change(({ added }) => ({ added: [...added.filter(({ id }) => id !== person.id), person] })),
    without: (part: Without): void =>
      change(({ byHand, without }) => ({
        byHand: Object.fromEntries(Object.entries(byHand).filter(([name]) => name !== part)),
        without: new Set([...without, part]),
      })),
    setPromise: (said: string, part: Partial<PromiseDraft>): void =>
      change(({ promises }) => ({
        promises: new Map([...promises, [said, { ...promises.get(said), ...part }]]),
      })),
    mean: (words: string, person: Known): void =>
      change(({ meant }) => ({ meant: new Map([...meant, [words, person]]) })),
    make: (words: string): void => {
      const id = uuidv7();
      change(({ meant, made }) => ({
        meant: new Map([...meant, [words, { id, name: words }]]),
        made: new Set([...made, id]),
      }));
    },
    clear: (): void => setState(emptyState),
  };
}
