// What happened, of a view: in a table or in groups, read page by page. A row opens it in a
// dialog, where it is read, changed and taken away as on a timeline.

import { plural, t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';

import { momentKindOf, peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useRecord, useRecordsById } from '../../../data/use-records.ts';
import { useViewPages } from '../../../data/use-view.ts';
import { labelOf } from '../../../kinds/kinds.ts';
import { useColumnFeet } from '../../../lists/column-feet.tsx';
import { GroupedList, useGrouped } from '../../../lists/grouped-list.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { useMomentColumns } from './moment-columns.tsx';
import { MomentList } from './moment-list.tsx';

type Props = {
  list: ListView;
  /** The view with what is searched for. */
  view: View;
  /** The view in words. */
  label: string;
  isNarrowed: boolean;
  onOpen: (id: string) => void;
};

export function MomentsTable({ list, view, label, isNarrowed, onOpen }: Props) {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { count, length, row } = useViewPages(view, range.first, range.last);
  const shown: RecordDoc[] = [];
  for (let at = range.first; at <= range.last; at++) {
    const doc = row(at);
    if (doc !== undefined) shown.push(doc);
  }
  const { columns } = useColumnFeet({ ...list, whole: view }, useMomentColumns(list, shown));
  if (count === 0) return isNarrowed ? <NoneFit /> : <NoneYet />;
  return (
    <>
      <Text size="sm" className="dim">
        {count === undefined ? t`Loading …` : countWords(count)}
      </Text>
      <VirtualGrid<RecordDoc>
        label={label}
        of={JSON.stringify({ ...view, columns: [] })}
        columns={columns}
        count={length}
        rowHeight={44}
        row={row}
        onRange={onRange}
        onOpen={(doc) => onOpen(doc.id)}
      />
    </>
  );
}

export function MomentsInGroups({ list, label, onOpen }: Pick<Props, 'list' | 'label' | 'onOpen'>) {
  const grouped = useGrouped(list);
  const docs = useRecordsById('moments', grouped.shown);
  const columns = useMomentColumns(list, [...docs.values()]);
  if (grouped.groups?.length === 0) return <NoneFit />;
  return (
    <GroupedList
      list={list}
      grouped={grouped}
      label={label}
      columns={columns}
      counted={countWords}
      to={{ open: (doc) => onOpen(doc.id) }}
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
