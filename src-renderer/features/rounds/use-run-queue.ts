// Who is in a run and whose turn it is, as the page goes through it.

import { useCallback, useEffect, useMemo } from 'react';

import type { Claim, RunAnswer } from '../../../src-shared/rounds/answers.ts';
import { beside, nextOpen, openIn, type Queue } from '../../../src-shared/rounds/next.ts';
import type { PersonMark } from '../../../src-shared/rounds/visits.ts';
import { useRouteQuery } from '../../ui/router.ts';

export type RunQueue = Omit<Queue, 'marks'> & {
  marks: ReadonlyMap<string, PersonMark>;
  claims: ReadonlyMap<string, Claim>;
  /** Whoever is on the page; undefined where nobody is in the run. */
  at: string | undefined;
  open: readonly string[];
  goTo: (person: string) => void;
  /** To the one beside. */
  move: (step: 1 | -1) => void;
  /** What was just done with somebody is done: to whoever is next. */
  goOn: (from: string) => void;
};

export function useRunQueue(answer: RunAnswer): RunQueue {
  const query = useRouteQuery();
  const queue = useMemo(() => {
    const claims = new Map(answer.claims.map((claim) => [claim.person, claim]));
    return {
      people: answer.people,
      marks: new Map(answer.marks.map((mark) => [mark.person, mark])),
      refused: new Set(answer.refused),
      taken: new Set(claims.keys()),
      claims,
    };
  }, [answer]);
  const asked = query.get('at');
  const isThere = asked !== undefined && queue.people.includes(asked);
  const first = isThere ? undefined : (nextOpen(queue) ?? queue.people[0]);
  const at = isThere ? asked : first;
  const { set } = query;
  const goTo = useCallback((person: string) => set({ at: person }), [set]);
  // Whoever is shown stays, also when a teammate is done with somebody before them.
  useEffect(() => {
    if (first !== undefined) goTo(first);
  }, [first, goTo]);
  return {
    ...queue,
    at,
    open: useMemo(() => openIn(queue), [queue]),
    goTo,
    move: (step) => {
      const next = at === undefined ? undefined : beside(queue, at, step);
      if (next !== undefined) goTo(next);
    },
    goOn: (from) => {
      const next = nextOpen(queue, from);
      if (next !== undefined) goTo(next);
    },
  };
}
