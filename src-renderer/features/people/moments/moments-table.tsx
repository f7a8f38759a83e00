// What happened, of a view: in a table or in groups, read page by page. A row opens it in a
// dialog, where it is read, changed and taken away as on a timeline.

import { plural, t } from '@lingui/core/macro';
import { Group, Text } from '@mantine/core';

import { momentKindOf, peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useRecord, useRecordsById } from '../../../data/use-records.ts';
import { labelOf } from '../../../kinds/kinds.ts';
import { useColumnFeet } from '../../../lists/column-feet.tsx';
import { GroupedList, useGrouped } from '../../../lists/grouped-list.tsx';
import { LayoutSwitch } from '../../../lists/layout-switch.tsx';
import { ListCards } from '../../../lists/list-cards.tsx';
import { rowActs } from '../../../lists/row-acts.ts';
import { tickColumn } from '../../../lists/tick-column.tsx';
import { useListRows } from '../../../lists/use-list-rows.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { Selection } from '../../../lists/use-selection.ts';
import { nothingHeld, useTicksInGroups } from '../../../lists/use-ticking.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { usePrinting } from '../../../ui/printing.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { MomentMark, momentWords, useMomentColumns } from './moment-columns.tsx';
import { MomentList } from './moment-list.tsx';

type Props = {
  list: ListView;
  /** The view with what is searched for. */
  view: View;
  /** The view in words. */
  label: string;
  isNarrowed: boolean;
  selection: Selection;
  onOpen: (id: string) => void;
};

export function MomentsTable({ list, view, label, isNarrowed, selection, onOpen }: Props) {
  const rows = useListRows(list, view, selection);
  const { of, count, ticking } = rows;
  const { columns } = useColumnFeet(
    { ...list, whole: view },
    useMomentColumns(list, rows.shown, rows.beforeSave),
  );
  const isPrinting = usePrinting();
  if (count === 0) return isNarrowed ? <NoneFit /> : <NoneYet />;
  const tick = tickColumn(selection, ticking, momentWords);
  const grid = {
    label,
    of,
    count: rows.length,
    row: rows.row,
    onRange: rows.onRange,
    ...rowActs(selection, ticking),
    onOpen: (doc: RecordDoc) => onOpen(doc.id),
  };
  const [, ...rest] = columns;
  return (
    <>
      <Group gap="sm" h={26}>
        <Text size="sm" className="dim">
          {count === undefined ? t`Loading …` : countWords(count)}
        </Text>
        {rows.line}
        <LayoutSwitch list={list} />
      </Group>
      {rows.dialog}
      {list.view.layout === 'cards' && !isPrinting ? (
        <ListCards
          key={of}
          {...grid}
          picture={(doc) => <MomentMark doc={doc} />}
          nameOf={momentWords}
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

type InGroups = Pick<Props, 'list' | 'label' | 'selection' | 'onOpen'>;

export function MomentsInGroups({ list, label, selection, onOpen }: InGroups) {
  const grouped = useGrouped(list);
  const docs = useRecordsById('moments', grouped.shown);
  const columns = useMomentColumns(list, [...docs.values()], nothingHeld);
  const ticking = useTicksInGroups(selection, list, grouped.layout);
  if (grouped.groups?.length === 0) return <NoneFit />;
  return (
    <GroupedList
      list={list}
      grouped={grouped}
      label={label}
      columns={columns}
      counted={countWords}
      to={{ open: (doc) => onOpen(doc.id) }}
      tick={tickColumn(selection, ticking, momentWords)}
      {...rowActs(selection, ticking)}
    />
  );
}

const countWords = (count: number): string => plural(count, { one: '# entry', other: '# entries' });

/** It closes by itself when it is gone. */
export function MomentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const moment = useRecord('moments', id);
  const people = useRecordsById('people', moment ? peopleOfMoment(moment) : []);
  const isThere = moment?.status === 'live';
  return (
    <Dialog
      opened={moment === undefined || isThere}
      size="lg"
      title={moment ? labelOf(momentKindOf(moment)) : ''}
      onClose={onClose}
    >
      {isThere && <MomentList moments={[moment]} people={people} own={[]} />}
    </Dialog>
  );
}

const NoneYet = () => (
  <EmptyState
    title={t`Nothing written down yet`}
    text={t`Calls, meetings, messages and notes stand here as soon as the first is written down. Press L anywhere to log one.`}
  />
);

const NoneFit = () => (
  <EmptyState
    title={t`Nothing found here`}
    text={t`Nothing fits the search and all of these filters. Take one away to see more.`}
  />
);
