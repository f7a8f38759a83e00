// Live views: the host says which records, in which order and how many; the documents of
// what is in view come through RxDB. Asked again when the host says that views changed.

import { useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { GroupKey } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import type { HostConnection } from '../host/connection.ts';
import { asked, useViewTick } from './asking-views.ts';
import { isClosing } from './closing-books.ts';
import { useBook, useHost } from './host-context.tsx';
import { measurePage, type Pages, pageSize } from './use-pages.ts';
import { plainDoc } from './plain-doc.ts';
import { whenHostGone } from './use-records.ts';

/** All of a view at once. */
const wholePage = { offset: 0, limit: 1_000_000 };

/** Ids in the view's order; undefined where the host cannot say. */
export async function readViewIds(
  host: HostConnection,
  view: View,
  page: { offset: number; limit: number; inGroups?: GroupKey[] } = wholePage,
): Promise<string[] | undefined> {
  const answer = await host.request('view.ids', { ...asked(view), ...page });
  return answer.ok ? answer.value.ids : undefined;
}

type Known = { ids: string[]; docs: ReadonlyMap<string, RecordDoc> };
type State = { key: string; count: number | undefined; pages: ReadonlyMap<number, Known> };

/**
 * A window onto a view: `first` and `last` are the row numbers in view. `held`: all of its
 * rows, while they are to stay where they are.
 */
export function useViewPages(
  view: View,
  first: number,
  last: number,
  held?: readonly string[],
): Pages {
  const key = JSON.stringify(view);
  const [kept, setState] = useState<State>({ key, count: undefined, pages: new Map() });
  const state: State = kept.key === key ? kept : { key, count: undefined, pages: new Map() };
  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.max(from, Math.floor(last / pageSize));
  useIds({ view, from, to, held }, setState);
  useDocs(view, state, from, to, setState);
  const { count, pages } = state;
  return {
    count,
    length: count ?? (pages.get(from)?.ids.length ?? 0) + from * pageSize,
    row: (index) => {
      const page = pages.get(Math.floor(index / pageSize));
      return page?.docs.get(page.ids[index % pageSize] ?? '');
    },
  };
}

type SetState = (change: (old: State) => State) => void;
type Shown = { view: View; from: number; to: number; held: readonly string[] | undefined };

/** Which records stand on the pages in view, and how many there are. */
function useIds({ view, from, to, held }: Shown, setState: SetState): void {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const key = JSON.stringify(view);
  useEffect(() => {
    let isCurrent = true;
    const shown = JSON.parse(key) as View;
    const ask = async (page: number): Promise<void> => {
      const place = { offset: page * pageSize, limit: pageSize };
      const ids =
        held?.slice(place.offset, place.offset + pageSize) ??
        (await readViewIds(host, shown, place));
      if (isCurrent && ids !== undefined) setState((old) => withIds(old, key, page, ids));
    };
    for (let page = from; page <= to; page++) void ask(page);
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, from, to, held, tick, setState]);
  // After the rows in view: counting goes through everything.
  useEffect(() => {
    if (held !== undefined) {
      setState((old) => ({ ...ofKey(old, key), count: held.length }));
      return undefined;
    }
    let isCurrent = true;
    void host.request('view.count', asked(JSON.parse(key) as View)).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      const { count } = answer.value;
      setState((old) => ({ ...ofKey(old, key), count }));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, held, tick, setState]);
}

/** Keeps the documents of the pages in view live. */
function useDocs(view: View, state: State, from: number, to: number, setState: SetState): void {
  const book = useBook();
  const live = useRef(new Map<string, () => void>());
  const wanted: string[] = [];
  for (let page = from; page <= to; page++) {
    const ids = state.pages.get(page)?.ids ?? [];
    if (ids.length > 0) wanted.push(`${page} ${ids.join(' ')}`);
  }
  const names = wanted.join('\n');
  const { key } = state;
  const { of } = view;
  useEffect(() => {
    if (isClosing(book)) return;
    const now = new Set(names === '' ? [] : names.split('\n'));
    for (const [name, stop] of live.current) {
      if (now.has(name)) continue;
      stop();
      live.current.delete(name);
    }
    for (const name of now) {
      if (live.current.has(name)) continue;
      const [page, ...ids] = name.split(' ');
      const began = performance.now();
      let isFirst = true;
      const subscription = book[of].findByIds(ids).$.subscribe({
        next: (found) => {
          if (isFirst) measurePage(began);
          isFirst = false;
          const docs = new Map([...found].map(([id, doc]) => [id, plainDoc(doc)]));
          setState((old) => withDocs(old, key, Number(page), docs));
        },
        error: whenHostGone,
      });
      live.current.set(name, () => subscription.unsubscribe());
    }
  }, [book, of, key, names, setState]);
  useEffect(() => {
    const subscriptions = live.current;
    return () => {
      for (const stop of subscriptions.values()) stop();
      subscriptions.clear();
    };
  }, [book, of]);
}

const mostPages = 30;
const nothing: ReadonlyMap<string, RecordDoc> = new Map();

const ofKey = (old: State, key: string): State =>
  old.key === key ? old : { key, count: undefined, pages: new Map() };

/** Documents that were there stay until those of the new ids have come. */
function withIds(old: State, key: string, page: number, ids: string[]): State {
  const state = ofKey(old, key);
  const known = state.pages.get(page);
  if (known !== undefined && known.ids.join(' ') === ids.join(' ')) return state;
  const pages = new Map(state.pages);
  pages.delete(page);
  pages.set(page, { ids, docs: known?.docs ?? nothing });
  for (const eldest of pages.keys()) {
    if (pages.size <= mostPages) break;
    pages.delete(eldest);
  }
  return { ...state, pages };
}

function withDocs(
  old: State,
  key: string,
  page: number,
  docs: ReadonlyMap<string, RecordDoc>,
): State {
  const known = old.key === key ? old.pages.get(page) : undefined;
  if (known === undefined) return old;
  return { ...old, pages: new Map(old.pages).set(page, { ...known, docs }) };
}
