// Adding a person is asked for from anywhere and happens on the People page, which may
// have to be opened first: the wish waits here until the page takes it.

import { useEffect } from 'react';

let isAsked = false;
const listeners = new Set<() => void>();

export function askToAdd(): void {
  isAsked = true;
  for (const listener of listeners) listener();
}

/** `add` is called for each wish, also for one that was there before. */
export function useAskedToAdd(add: () => void): void {
  useEffect(() => {
    const take = (): void => {
      if (!isAsked) return;
      isAsked = false;
      add();
    };
    take();
    listeners.add(take);
    return () => {
      listeners.delete(take);
    };
  }, [add]);
}
