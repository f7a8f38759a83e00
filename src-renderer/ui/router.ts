// Hash routes: the address after # is the whole state of where one is.

import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The path without `#`, such as `/people/ID`; `/` at the start. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, () => location.hash.replace(/^#/, '') || '/');
}

export function go(path: string): void {
  location.hash = path;
}
