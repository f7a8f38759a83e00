// The groups of a view, in a table or in groups of their own, read page by page.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { View } from '../../../src-shared/query/view.ts';
import { useViewPages } from '../../data/use-view.ts';
import { useColumnFeet } from '../../lists/column-feet.tsx';
import { GroupedList, useGrouped } from '../../lists/grouped-list.tsx';
import type { ListView } from '../../lists/use-list-view.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { openInList } from '../../ui/list-walk.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';
import { useGroupListColumns } from './group-list-columns.tsx';

type Props = {
  list: ListView;
  kind: GroupKind;
  /** The view with what is searched for. */
  view: View;
  isNarrowed: boolean;
};

export function GroupsTable({ list, kind, view, isNarrowed }: Props) {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { count, length, row } = useViewPages(view, range.first, range.last);
  const shown: string[] = [];
  for (let at = range.first; at <= range.last; at++) {
    const doc = row(at);
    if (doc !== undefined) shown.push(doc.id);
  }
  const { columns } = useColumnFeet({ ...list, whole: view }, useGroupListColumns(list, shown));
  const words = groupKinds[kind];
  const of = JSON.stringify({ ...view, columns: [] });
  if (count === 0) return isNarrowed ? <NoneFit /> : <NoneYet kind={kind} />;
  return (
    <>
      <Text size="sm" className="dim">
        {count === undefined ? t`Loading …` : i18n._({ ...words.counted, values: { count } })}
      </Text>
      <VirtualGrid<RecordDoc>
        label={i18n._(words.many)}
        of={of}
        columns={columns}
        count={length}
        rowHeight={44}
        row={row}
        onRange={onRange}
        onOpen={(doc, at) =>
          openInList(doc.id, at, {
            list: { by: 'view', view },
            of,
            pages: '/groups',
            name: t`Groups`,
          })
        }
      />
    </>
  );
}

export function GroupsInGroups({ list, kind }: Pick<Props, 'list' | 'kind'>) {
  const grouped = useGrouped(list);
  const columns = useGroupListColumns(list, grouped.shown);
  const words = groupKinds[kind];
  if (grouped.groups?.length === 0) return <NoneFit />;
  return (
    <GroupedList
      list={list}
      grouped={grouped}
      label={i18n._(words.many)}
      columns={columns}
      counted={(count) => i18n._({ ...words.counted, values: { count } })}
      to={{ pages: '/groups', name: t`Groups` }}
    />
  );
}

const NoneYet = ({ kind }: { kind: GroupKind }) => (
  <EmptyState title={i18n._(groupKinds[kind].none)} text={i18n._(groupKinds[kind].teaches)} />
);

const NoneFit = () => (
  <EmptyState
    title={t`Nothing found here`}
    text={t`Nothing fits the search and all of these filters. Take one away to see more.`}
  />
);
