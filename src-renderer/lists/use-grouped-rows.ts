// Who stands in which row of a grouped list, read as it scrolls.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { View } from '../../src-shared/query/view.ts';
import { type GroupPage, pageName, useGroupPages } from '../data/use-group-pages.ts';
import { pageSize } from '../data/use-pages.ts';
import { type GroupLayout, segmentAt } from './group-layout.ts';

type GroupedRows = {
  /** Undefined for heads, and for whoever is on the way. */
  row: (index: number) => RecordDoc | undefined;
  /** Ids of those in view. */
  shown: string[];
};

export function useGroupedRows(
  view: View,
  layout: GroupLayout,
  { first, last }: { first: number; last: number },
): GroupedRows {
  const { shown, docAt } = useGroupPages(view, pagesIn(layout, first, last));
  return {
    shown,
    row: (index) => {
      const found = pageOf(layout, index);
      return found === undefined ? undefined : docAt(found.page, found.within);
    },
  };
}

function pageOf(layout: GroupLayout, row: number): { page: GroupPage; within: number } | undefined {
  const segment = segmentAt(layout, row);
  if (segment === undefined || segment.is === 'head') return undefined;
  const at = row - segment.at;
  return {
    page: { keys: segment.keys, page: Math.floor(at / pageSize) },
    within: at % pageSize,
  };
}

/** The pages of groups that rows in view lie on. */
function pagesIn(layout: GroupLayout, first: number, last: number): GroupPage[] {
  const found = new Map<string, GroupPage>();
  for (let row = first; row <= last; row++) {
    const page = pageOf(layout, row)?.page;
    if (page !== undefined) found.set(pageName(page), page);
  }
  return [...found.values()];
}
