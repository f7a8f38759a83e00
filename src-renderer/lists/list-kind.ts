// What a list is of: the records it holds, what it shows of them by itself, what can be asked of
// them, and the views that come with Rapport. People, each kind of group and what happened have one.

import type { BulkOf } from '../../src-shared/records/bulk/bulk-context.ts';
import type { HostSettings } from '../../src-shared/bridge/host-types.ts';
import {
  isCondition,
  type View,
  type ViewColumn,
  type ViewNode,
} from '../../src-shared/query/view.ts';
import { groupFields, momentFields, peopleFields } from './list-fields.ts';
import { groupViews, momentViews, peopleViews, type ReadyView } from './ready-views.ts';

export type ListKind = {
  /** Under which this laptop keeps what was chosen of it. */
  id: string;
  of: 'people' | 'groups' | 'moments';
  /** The kind whose fields it has. */
  kind: string;
  /** Holds for all of it, and is never shown as a filter. */
  always: ViewNode | undefined;
  /** Beside the name, where nobody has chosen. */
  usualColumns: readonly string[];
  /** The order where nobody has chosen; none: by name. */
  usualSorts: View['sorts'];
  fields: Fields;
  ready: () => ReadyView[];
};

/** Field references in the order in which they are offered. */
export type Fields = {
  /** Asked for most: before all others. */
  often: readonly string[];
  rest: readonly string[];
  /** Shown, but not asked for. */
  shown: readonly string[];
  /** Kinds whose own fields are asked for over a hop. */
  over: readonly { hop: string; kind: string }[];
};

export const peopleList: ListKind = {
  id: 'people',
  of: 'people',
  kind: 'person',
  always: undefined,
  usualColumns: ['role', 'emails', 'phones', 'tags', 'changedAt'],
  usualSorts: [],
  fields: peopleFields,
  ready: peopleViews,
};

const groupList = (kind: string, usualColumns: readonly string[]): ListKind => ({
  id: kind,
  of: 'groups',
  kind,
  always: { field: 'kind', op: 'isAnyOf', arg: [kind] },
  usualColumns,
  usualSorts: [],
  fields: groupFields,
  ready: () => groupViews(kind),
});

export const organisationList = groupList('organisation', [
  'people.count',
  'lastContact.at',
  'industry',
  'description',
  'tags',
]);
export const bucketList = groupList('bucket', [
  'people.count',
  'lastContact.at',
  'description',
  'changedAt',
]);
export const communityList = groupList('community', [
  'people.count',
  'lastContact.at',
  'topic',
  'description',
  'tags',
]);

/** As bulk edits know it. */
export const bulkOf = ({ of, kind }: ListKind): BulkOf => ({ collection: of, kind });

/** All kinds of what happened have the same fields. */
export const momentList: ListKind = {
  id: 'moments',
  of: 'moments',
  kind: 'note',
  always: undefined,
  usualColumns: ['when', 'kind', 'people', 'createdBy'],
  usualSorts: [{ field: 'when', order: 'desc' }],
  fields: momentFields,
  ready: momentViews,
};

const pages: readonly { list: ListKind; page: string }[] = [
  { list: peopleList, page: '/people?' },
  { list: organisationList, page: '/groups?kind=organisation&' },
  { list: bucketList, page: '/groups?kind=bucket&' },
  { list: communityList, page: '/groups?kind=community&' },
  { list: momentList, page: '/happened?' },
];

/** The list that a saved view is of. Undefined where this version has none for it. */
export function pathOfView(id: string, view: View): string | undefined {
  const found = pages.find(({ list }) => ownPart(list, view) !== undefined);
  return found === undefined ? undefined : `${found.page}view=${encodeURIComponent(id)}`;
}

/** Those that come with Rapport, each where it is opened. */
export const readyPaths = (): { list: ListKind; id: string; name: string; path: string }[] =>
  pages.flatMap(({ list, page }) =>
    list.ready().map(({ id, name }) => ({ list, id, name, path: `${page}view=${id}` })),
  );

/** Everything the list has. */
export const everythingIn = ({ of, usualSorts }: ListKind): View => ({
  of,
  conditions: { all: [] },
  sorts: [...usualSorts],
  groupBy: [],
  columns: [],
  layout: 'table',
});

/** The view with what holds for all of the list: as the host is asked, and as it is saved. */
export function wholeView({ always }: ListKind, view: View): View {
  if (always === undefined) return view;
  const { conditions } = view;
  const parts = !isCondition(conditions) && 'all' in conditions ? conditions.all : [conditions];
  return { ...view, conditions: { all: [always, ...parts] } };
}

/** The view without that; undefined for one that is about something else. */
export function ownPart({ of, always }: ListKind, view: View): View | undefined {
  if (view.of !== of) return undefined;
  if (always === undefined) return view;
  const { conditions } = view;
  if (isCondition(conditions) || !('all' in conditions)) return undefined;
  const isAlways = (node: ViewNode): boolean => JSON.stringify(node) === JSON.stringify(always);
  if (!conditions.all.some(isAlways)) return undefined;
  const rest = conditions.all.filter((node) => !isAlways(node));
  const [only] = rest;
  const isGroup = rest.length === 1 && only !== undefined && !isCondition(only);
  return { ...view, conditions: isGroup ? only : { all: rest } };
}

/** What this laptop shows of the list where no saved view is open. */
export function ownLook(
  { id }: ListKind,
  settings: HostSettings | undefined,
): Pick<View, 'columns' | 'layout'> {
  if (id !== peopleList.id) {
    const { columns = [], layout = 'table' } = settings?.lists[id] ?? {};
    return { columns, layout };
  }
  const columns = (settings?.peopleColumns ?? []).map((field): ViewColumn => {
    const [width, footer] = [settings?.peopleWidths[field], settings?.peopleFeet[field]];
    return {
      field,
      ...(width === undefined ? {} : { width }),
      ...(footer === undefined ? {} : { footer }),
    };
  });
  return { columns, layout: settings?.peopleLayout ?? 'table' };
}

/** The same as settings. */
export function lookSettings(
  list: ListKind,
  settings: HostSettings | undefined,
  look: Partial<Pick<View, 'columns' | 'layout'>>,
): Partial<HostSettings> {
  const { columns, layout } = look;
  if (list.id !== peopleList.id)
    return {
      lists: { ...settings?.lists, [list.id]: { ...ownLook(list, settings), ...look } },
    };
  return {
    ...(layout === undefined ? {} : { peopleLayout: layout }),
    ...(columns === undefined ? {} : peopleColumns(columns)),
  };
}

const peopleColumns = (columns: readonly ViewColumn[]) => ({
  peopleColumns: columns.map(({ field }) => field),
  peopleWidths: Object.fromEntries(
    columns.flatMap(({ field, width }) => (width === undefined ? [] : [[field, width]])),
  ),
  peopleFeet: Object.fromEntries(
    columns.flatMap(({ field, footer }) => (footer === undefined ? [] : [[field, footer]])),
  ),
});
