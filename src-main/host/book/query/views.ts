// The book as views see it: a view is prepared for whoever asks, and answered in SQL.

import { databaseName, schemas } from '../../../../src-shared/schema/collections.ts';
import { prepareView, type QueryContext } from '../../../../src-shared/query/prepare.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import type { View, ViewCollection } from '../../../../src-shared/query/view.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import {
  type ColumnSums,
  type GroupCount,
  type Page,
  viewCount,
  viewGroups,
  viewIds,
  viewSums,
} from './view-run.ts';

export type Views = {
  /** Ids in the view's order. */
  ids: (view: View, page: Page) => string[];
  count: (view: View) => number;
  /** By the view's first grouping; none without one. */
  groups: (view: View) => GroupCount[];
  sums: (view: View, field: string) => ColumnSums | undefined;
};

/** The tables of all collections must be open. */
export function openViews(store: StoreDatabase, context: QueryContext): Views {
  const tables = (collection: ViewCollection): CollectionTable => {
    const { version } = schemas[collection];
    const table = store.find({ database: databaseName, collection, version });
    if (table === undefined) throw new Error(`no collection ${collection}`);
    return table;
  };
  const source = { reader: store.reader, tables };
  return {
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
