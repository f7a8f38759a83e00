// Who stands where in the groups of a view, page by page, live.

import { useEffect, useState } from 'react';

import type { GroupKey } from '../../src-shared/query/answers.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { View, ViewCollection } from '../../src-shared/query/view.ts';
import { useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';
import { pageSize } from './use-pages.ts';
import { useRecordsById } from './use-records.ts';
import { readViewIds } from './use-view.ts';

/** `keys`: of the group, the outermost first. */
export type GroupPage = { keys: GroupKey[]; page: number };

export const pageName = ({ keys, page }: GroupPage): string => `${page} ${JSON.stringify(keys)}`;

type State = { view: string; pages: ReadonlyMap<string, string[]> };

export type GroupPages = {
  /** Ids on the pages in view. */
  shown: string[];
  /** Undefined while it is on the way. */
  docAt: (page: GroupPage, index: number) => RecordDoc | undefined;
};

export function useGroupPages(view: View, wanted: readonly GroupPage[]): GroupPages {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const key = JSON.stringify({ view, wanted });
  const viewKey = JSON.stringify(view);
  const [state, setState] = useState<State>({ view: viewKey, pages: new Map() });
  useEffect(() => {
    let isCurrent = true;
    const asked = JSON.parse(key) as { view: View; wanted: GroupPage[] };
    const own = JSON.stringify(asked.view);
    const read = async (page: GroupPage): Promise<void> => {
      const place = { offset: page.page * pageSize, limit: pageSize };
      const ids = await readViewIds(host, asked.view, { ...place, inGroups: page.keys });
      if (!isCurrent || ids === undefined) return;
      setState((old) => {
        const pages = new Map(old.view === own ? old.pages : []);
        return { view: own, pages: pages.set(pageName(page), ids) };
      });
    };
    for (const page of asked.wanted) void read(page);
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, tick]);
  const pages = state.view === viewKey ? state.pages : new Map<string, string[]>();
  const shown = [...new Set(wanted.flatMap((page) => pages.get(pageName(page)) ?? []))];
  const docs = useKeptDocs(view.of, shown);
  return { shown, docAt: (page, index) => docs.get(pages.get(pageName(page))?.[index] ?? '') };
}

/** While the documents of other rows are on the way, those that were there stay. */
function useKeptDocs(of: ViewCollection, ids: readonly string[]): ReadonlyMap<string, RecordDoc> {
  const docs = useRecordsById(of, ids);
  const [kept, setKept] = useState(docs);
  if (docs !== kept && docs.size > 0) setKept(docs);
  return docs.size > 0 ? docs : kept;
}
