// The book as views see it: a view is prepared for whoever asks, and answered in SQL.

import type { ColumnSums, GroupCount } from '../../../../src-shared/query/answers.ts';
import { type Mark, prepareView, type QueryContext } from '../../../../src-shared/query/prepare.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import type { View, ViewCollection } from '../../../../src-shared/query/view.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { knowOwnFields } from './own-sql.ts';
import { type Page, viewCount, viewGroups, viewIds, viewSums } from './view-run.ts';

export type Views = {
  /** What of the view cannot be followed here. */
  marks: (view: View) => Mark[];
  /** Ids in the view's order. */
  ids: (view: View, page: Page) => string[];
  count: (view: View) => number;
  /** By the view's first grouping; none without one. */
  groups: (view: View) => GroupCount[];
  sums: (view: View, field: string) => ColumnSums | undefined;
};

/** The tables of all collections must be open. */
export function openViews(store: StoreDatabase, context: QueryContext): Views {
  knowOwnFields(store.reader, context.kinds);
  const source = { reader: store.reader, tables: (of: ViewCollection) => recordTable(store, of) };
  return {
    marks: (view) => prepareView(view, context).marks,
    ids: (view, page) => viewIds(source, prepareView(view, context), context, page),
    count: (view) => viewCount(source, prepareView(view, context), context),
    groups: (view) => {
      const prepared = prepareView(view, context);
      const [group] = prepared.groups;
      return group === undefined ? [] : viewGroups(source, prepared, group, context);
    },
    sums: (view, field) => {
      const column = resolveReference(context.kinds, view.of, field);
      if (column === undefined || column.hop !== undefined) return undefined;
      return viewSums(source, prepareView(view, context), column, context);
    },
  };
}
