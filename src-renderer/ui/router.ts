// Hash routes: the address after # is the whole state of where one is.

import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

const hash = (): string => location.hash.replace(/^#/, '');

/** The path without `#` and what follows `?`, such as `/people/ID`; `/` at the start. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, () => hash().split('?')[0] || '/');
}

/** What follows `?` in the address: what a page shows, such as a view. */
export function useRouteQuery(): string {
  return useSyncExternalStore(subscribe, () => hash().split('?').slice(1).join('?'));
}

export function go(path: string): void {
  location.hash = path;
}
