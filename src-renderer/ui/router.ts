// Hash routes: the address after # is the whole state of where one is. What is too long for
// it, such as who is ticked, stays with the entry of the history (`kept.ts`).

import { useCallback, useMemo, useSyncExternalStore } from 'react';

import { type Entry, entry, putInEntry } from './entry.ts';

/** Who wants to hear of an address that was replaced, which no event tells. */
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
};

const hash = (): string => location.hash.replace(/^#/, '');
const pathIn = (address: string): string =>
  address.split('?')[0]?.replace(/^\/?$/, '/people') ?? '';

/** The path without `#` and what follows `?`, such as `/people/ID`; people at the start. */
export function useRoute(): string {
  return useSyncExternalStore(subscribe, () => pathIn(hash()));
}

/** All of it. */
export const useAddress = (): string => useSyncExternalStore(subscribe, hash);

/** What the entry that is about to be made is to keep. */
let toKeep: Entry['kept'];

/** `kept`: what is kept with the new entry of the history. */
export function go(path: string, kept?: Entry['kept']): void {
  toKeep = hash() === path ? undefined : kept;
  location.hash = path;
}

/** Where one is, without what follows `?`. */
export const pathNow = (): string => pathIn(hash());
/** With what the page shows. */
export const addressNow = (): string => hash();

/** In place of the address before, to which Back does not return. */
export function replaceBy(path: string): void {
  stepTo(path, entry());
}

/** The same with an entry of its own. */
export function stepTo(path: string, own: Entry): void {
  history.replaceState(own, '', `#${path}`);
  for (const listener of listeners) listener();
}

type Changes = { readonly [name: string]: string | undefined };
export type RouteQuery = {
  get: (name: string) => string | undefined;
  /** Without a value it goes. `step`: Back returns to what was before. */
  set: (changes: Changes, how?: 'step') => void;
};

/** What follows `?` in the address: what a page shows, such as a view. */
export function useRouteQuery(): RouteQuery {
  const text = useSyncExternalStore(subscribe, () => hash().split('?').slice(1).join('?'));
  const set = useCallback((changes: Changes, how?: 'step') => {
    const query = new URLSearchParams(hash().split('?').slice(1).join('?'));
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) query.delete(name);
      else query.set(name, value);
    }
    const next = query.toString();
    const address = `${pathIn(hash())}${next === '' ? '' : `?${next}`}`;
    if (address === hash()) return;
    if (how === 'step') go(address);
    else replaceBy(address);
  }, []);
  return useMemo(() => {
    const query = new URLSearchParams(text);
    return { get: (name) => query.get(name) ?? undefined, set };
  }, [text, set]);
}

if (entry().from === undefined) putInEntry({ from: '' });
window.addEventListener('hashchange', ({ oldURL }) => {
  if (entry().from !== undefined) return;
  const from = new URL(oldURL).hash.replace(/^#/, '');
  putInEntry({ from, ...(toKeep === undefined ? {} : { kept: toKeep }) });
  toKeep = undefined;
});

/** To a list: where one came from it, back to it as it was left. */
export function returnTo(path: string): void {
  if (cameFrom(path)) history.back();
  else go(path);
}

export const cameFrom = (path: string): boolean => pathIn(entry().from ?? '') === path;
