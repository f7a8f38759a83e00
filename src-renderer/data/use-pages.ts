// A window onto a long sorted list: only the pages in view are read and kept live,
// so a hundred thousand rows cost as much as fifty.

import { useEffect, useRef, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { type Query, toMango } from './queries/query.ts';
import { plainDoc } from './plain-doc.ts';
import { useCount, whenHostGone } from './use-records.ts';

export const pageSize = 50;

export type Pages = {
  /** Undefined while loading. */
  count: number | undefined;
  /** As far as is known: the count, or while that is on the way what has been read. */
  length: number;
  /** Undefined while its page is on the way. */
  row: (index: number) => RecordDoc | undefined;
};

/** `first` and `last` are the row numbers in view. */
export function usePages(query: Query, first: number, last: number): Pages {
  const book = useBook();
  const { from: collection } = query;
  const key = JSON.stringify(query);
  const [state, setState] = useState<{ key: string; pages: Map<number, RecordDoc[]> }>({
    key,
    pages: new Map(),
  });
  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.max(from, Math.floor(last / pageSize));
  const live = useRef(new Map<string, () => void>());

  useEffect(() => {
    if (isClosing(book)) return;
    const wanted = new Set<string>();
    for (let page = from; page <= to; page++) wanted.add(`${page}|${key}`);
    for (const [name, stop] of live.current) {
      if (wanted.has(name)) continue;
      stop();
      live.current.delete(name);
    }
    for (const name of wanted) {
      if (live.current.has(name)) continue;
      const page = Number.parseInt(name, 10);
      const asked = JSON.parse(key) as typeof query;
      const found = book[asked.from].find(
        toMango(asked, { skip: page * pageSize, limit: pageSize }),
      );
      const askedAt = performance.now();
      let isFirst = true;
      const subscription = found.$.subscribe({
        next: (docs) => {
          if (isFirst) measurePage(askedAt);
          isFirst = false;
          const rows = docs.map(plainDoc);
          setState((old) => withPage(old, key, page, rows));
        },
        error: whenHostGone,
      });
      live.current.set(name, () => subscription.unsubscribe());
    }
  }, [book, key, from, to]);

  useEffect(() => {
    const subscriptions = live.current;
    return () => {
      for (const stop of subscriptions.values()) stop();
      subscriptions.clear();
    };
  }, [book, collection]);

  // After the rows in view: counting goes through the whole index.
  const count = useCount(query);
  const pages = state.key === key ? state.pages : undefined;
  return {
    count,
    length: count ?? (pages?.get(from)?.length ?? 0) + from * pageSize,
    row: (index) => pages?.get(Math.floor(index / pageSize))?.[index % pageSize],
  };
}

/** For the speed measures; only the latest are kept. */
export function measurePage(start: number): void {
  if (performance.getEntriesByName('list-page').length > 300)
    performance.clearMeasures('list-page');
  performance.measure('list-page', { start });
}

const mostPages = 30;

function withPage(
  old: { key: string; pages: Map<number, RecordDoc[]> },
  key: string,
  page: number,
  rows: RecordDoc[],
) {
  const pages = old.key === key ? new Map(old.pages) : new Map<number, RecordDoc[]>();
  pages.delete(page);
  pages.set(page, rows);
  for (const eldest of pages.keys()) {
    if (pages.size <= mostPages) break;
    pages.delete(eldest);
  }
  return { key, pages };
}
