// Whose turn it is in a run.

import { isDone, type PersonMark } from './visits.ts';

export type Queue = {
  people: readonly string[];
  marks: ReadonlyMap<string, Pick<PersonMark, 'outcome'>>;
  /** Who asked to be left alone in this way: nobody's turn. */
  refused: ReadonlySet<string>;
  /** Whom teammates have right now: they come after the others. */
  taken: ReadonlySet<string>;
};

/** Whoever still has to be gone to. */
export const openIn = ({ people, marks, refused }: Omit<Queue, 'taken'>): string[] =>
  people.filter((id) => !refused.has(id) && !isDone(marks.get(id)));

/**
 * The next who is open, from `after` on and round again: first those whom nobody has, then those
 * who were put off. Undefined where all is done.
 */
export function nextOpen(queue: Queue, after?: string): string | undefined {
  const open = new Set(openIn(queue));
  const at = after === undefined ? -1 : queue.people.indexOf(after);
  const turned = [...queue.people.slice(at + 1), ...queue.people.slice(0, at + 1)].filter((id) =>
    open.has(id),
  );
  const others = turned.filter((id) => id !== after);
  const isFresh = (id: string): boolean => !queue.marks.has(id);
  return (
    others.find((id) => isFresh(id) && !queue.taken.has(id)) ??
    others.find(isFresh) ??
    others[0] ??
    turned[0]
  );
}

/** The one beside, whatever came of them; who is refused is passed by. */
export function beside(queue: Queue, at: string, step: 1 | -1): string | undefined {
  const { people, refused } = queue;
  for (let place = people.indexOf(at) + step; place >= 0 && place < people.length; place += step) {
    const id = people[place];
    if (id !== undefined && !refused.has(id)) return id;
  }
  return undefined;
}
