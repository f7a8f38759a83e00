// The book as views see it: a view is prepared for whoever asks, and answered in SQL.

import type {
  Foot,
  GroupCount,
  GroupKey,
  PeopleOfGroups,
} from '../../../../src-shared/query/answers.ts';
import type { Mark } from '../../../../src-shared/query/marks.ts';
import { prepareView, type QueryContext } from '../../../../src-shared/query/prepare.ts';
import type { GroupFactName } from '../../../../src-shared/query/facts.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import type { View, ViewCollection } from '../../../../src-shared/query/view.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { recordTable } from '../sqlite/record-table.ts';
import { knowOwnFields } from './own-sql.ts';
import { viewFeet } from './view-feet.ts';
import { viewGroups } from './view-groups.ts';
import { peopleOfGroups } from './view-people.ts';
import { peopleOfSmart, smartFacts } from './view-smart.ts';
import type { ViewSource } from './view-rows.ts';
import { type Page, viewCount, viewHas, viewIds } from './view-run.ts';

export type Views = {
  /** What of the view cannot be followed here. */
  marks: (view: View) => Mark[];
  /** Ids in the view's order; `keys`: of those in these of its groups, the outermost first. */
  ids: (view: View, page: Page, keys?: readonly GroupKey[]) => string[];
  count: (view: View) => number;
  /** Whether it is among them. */
  has: (view: View, id: string) => boolean;
  /** By the view's groupings; none without one. */
  groups: (view: View) => GroupCount[];
  /** Who is in these groups. */
  peopleOf: (groups: readonly string[]) => PeopleOfGroups;
  /** Of the whole view and of each of its groups; undefined for what is no column. */
  feet: (view: View, field: string) => Foot[] | undefined;
};

/** The tables of all collections must be open. */
export function openViews(store: StoreDatabase, context: QueryContext): Views {
  knowOwnFields(store.reader, context.kinds);
  const plain = { reader: store.reader, tables: (of: ViewCollection) => recordTable(store, of) };
  const smart = new Map<GroupFactName, string | undefined>();
  const source: ViewSource = {
    ...plain,
    smartFact: (name) => {
      if (!smart.has(name)) smart.set(name, smartFacts(plain, name, context));
      return smart.get(name);
    },
  };
  return {
    marks: (view) => prepareView(view, context).marks,
    ids: (view, page, keys) => viewIds(source, prepareView(view, context), context, page, keys),
    count: (view) => viewCount(source, prepareView(view, context), context),
    has: (view, id) => viewHas(source, prepareView(view, context), context, id),
    groups: (view) => viewGroups(source, prepareView(view, context), context),
    peopleOf: (groups) => ({
      ...peopleOfGroups(source, groups, context),
      ...peopleOfSmart(source, groups, context),
    }),
    feet: (view, field) => {
      const column = resolveReference(context.kinds, view.of, field);
      if (column === undefined) return undefined;
      return viewFeet(source, prepareView(view, context), column, context);
    },
  };
}
