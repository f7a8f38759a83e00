// State of a page that Back, Forward and a reload bring back and that is too long, or too
// much this window's own, to stand in the address.

import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

import { keepInEntry, keptInEntry } from './entry.ts';
import { useAddress } from './router.ts';

/**
 * `read`: what is meant by what was kept; undefined where it is nothing of ours. `initial`
 * and `read` stay the same.
 */
export function useKept<T>(
  name: string,
  initial: T,
  read: (kept: unknown) => T | undefined,
): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState(() => read(keptInEntry(name)) ?? initial);
  // A step within the page makes a new entry, which has nothing yet.
  const address = useAddress();
  useEffect(() => {
    if (value !== initial || keptInEntry(name) !== undefined) keepInEntry(name, value);
  }, [name, value, initial, address]);
  useEffect(() => {
    const look = (): void => {
      const kept = read(keptInEntry(name));
      if (kept !== undefined) setValue(kept);
    };
    window.addEventListener('popstate', look);
    return () => window.removeEventListener('popstate', look);
  }, [name, read]);
  return [value, setValue];
}

const asNumber = (kept: unknown): number | undefined =>
  typeof kept === 'number' ? kept : undefined;

/** How many of a list are shown. */
export const useKeptLimit = (
  name: string,
  initial: number,
): [number, Dispatch<SetStateAction<number>>] => useKept(name, initial, asNumber);
