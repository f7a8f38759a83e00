// The call that somebody began from here: whom and since when. It is this window's own, and
// nothing of it is written down unless they say so.

import { useSyncExternalStore } from 'react';

export type Calling = {
  person: string;
  name: string;
  /** ms since 1970. */
  since: number;
};

let calling: Calling | undefined;
const listeners = new Set<() => void>();

function setCalling(next: Calling | undefined): void {
  calling = next;
  for (const listener of listeners) listener();
}

export const beginCall = (person: string, name: string): void =>
  setCalling({ person, name, since: Date.now() });

export const forgetCall = (): void => setCalling(undefined);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useCalling = (): Calling | undefined => useSyncExternalStore(subscribe, () => calling);
