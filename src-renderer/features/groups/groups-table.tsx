// The groups of a view, in a table or in groups of their own, read page by page.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Group, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { View } from '../../../src-shared/query/view.ts';
import { useColumnFeet } from '../../lists/column-feet.tsx';
import { GroupedList, useGrouped } from '../../lists/grouped-list.tsx';
import { LayoutSwitch } from '../../lists/layout-switch.tsx';
import { ListCards } from '../../lists/list-cards.tsx';
import { rowActs } from '../../lists/row-acts.ts';
import { tickColumn } from '../../lists/tick-column.tsx';
import { useListRows } from '../../lists/use-list-rows.tsx';
import type { ListView } from '../../lists/use-list-view.ts';
import type { Selection } from '../../lists/use-selection.ts';
import { nothingHeld, useTicksInGroups } from '../../lists/use-ticking.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { openInList } from '../../ui/list-walk.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { usePrinting } from '../../ui/printing.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';
import { GroupMark, useGroupListColumns } from './group-list-columns.tsx';

type Props = {
  list: ListView;
  kind: GroupKind;
  /** The view with what is searched for. */
  view: View;
  isNarrowed: boolean;
  selection: Selection;
};

export function GroupsTable({ list, kind, view, isNarrowed, selection }: Props) {
  const rows = useListRows(list, view, selection);
  const { of, count, ticking } = rows;
  const shown = rows.shown.map(({ id }) => id as string);
  const { columns } = useColumnFeet(
    { ...list, whole: view },
    useGroupListColumns(list, shown, rows.beforeSave),
  );
  const isPrinting = usePrinting();
  const words = groupKinds[kind];
  if (count === 0) return isNarrowed ? <NoneFit /> : <NoneYet kind={kind} />;
  const tick = tickColumn(selection, ticking);
  const grid = {
    label: i18n._(words.many),
    of,
    count: rows.length,
    row: rows.row,
    onRange: rows.onRange,
    ...rowActs(selection, ticking),
    onOpen: (doc: RecordDoc, at: number) =>
      openInList(doc.id, at, {
        list: { by: 'view', view },
        of,
        pages: '/groups',
        name: t`Groups`,
      }),
  };
  const [, ...rest] = columns;
  return (
    <>
      <Group gap="sm" h={26}>
        <Text size="sm" className="dim">
          {count === undefined ? t`Loading …` : i18n._({ ...words.counted, values: { count } })}
        </Text>
        {rows.line}
        <LayoutSwitch list={list} />
      </Group>
      {rows.dialog}
      {list.view.layout === 'cards' && !isPrinting ? (
        <ListCards
          key={of}
          {...grid}
          picture={(doc) => <GroupMark doc={doc} />}
          nameOf={nameOrNone}
          tick={tick}
          columns={rest}
        />
      ) : (
        <VirtualGrid<RecordDoc>
          key={of}
          {...grid}
          columns={[tick, ...columns]}
          rowHeight={44}
          cells={rows.cells}
        />
      )}
    </>
  );
}

type InGroups = Pick<Props, 'list' | 'kind' | 'selection'>;

export function GroupsInGroups({ list, kind, selection }: InGroups) {
  const grouped = useGrouped(list);
  const columns = useGroupListColumns(list, grouped.shown, nothingHeld);
  const ticking = useTicksInGroups(selection, list, grouped.layout);
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
      tick={tickColumn(selection, ticking)}
      {...rowActs(selection, ticking)}
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
