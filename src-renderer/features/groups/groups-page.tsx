// Organisations, buckets and communities.

import { Button, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { go } from '../../ui/router.ts';
import { groupColumns, groupPath } from '../../kinds/group.tsx';
import { usePages } from '../../data/use-pages.ts';
import { useCount } from '../../data/use-records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDates } from '../../ui/when.tsx';
import { AddGroup } from './add-group.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';

export function GroupsPage() {
  const [kind, setKind] = useState<GroupKind>('organisation');
  const [range, setRange] = useState({ first: 0, last: 30 });
  const [isAdding, adding] = useDisclosure(false);
  const { count: countText } = useDates();
  const query = {
    selector: { kind, status: 'live' as const },
    sort: [
      { kind: 'asc' as const },
      { status: 'asc' as const },
      { sortKey: 'asc' as const },
      { id: 'asc' as const },
    ],
  };
  const { count, row } = usePages('groups', query, range.first, range.last);
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { one, many, teaches } = groupKinds[kind];
  return (
    <Page
      title="Groups"
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
          Add {one}
        </Button>
      }
    >
      <SegmentedControl
        aria-label="Kind of group"
        style={{ alignSelf: 'start' }}
        value={kind}
        onChange={(value) => setKind(value as GroupKind)}
        data={(Object.keys(groupKinds) as GroupKind[]).map((value) => ({
          value,
          label: <TabLabel kind={value} />,
        }))}
      />
      {count === 0 ? (
        <EmptyState title={`No ${many} yet`} text={teaches} />
      ) : (
        <>
          <Text size="sm" className="dim">
            {count === undefined ? 'Loading …' : `${countText(count)} ${count === 1 ? one : many}`}
          </Text>
          <VirtualGrid<RecordDoc>
            label={many}
            columns={groupColumns}
            count={count ?? 0}
            rowHeight={44}
            row={row}
            onRange={onRange}
            onOpen={(doc) => go(groupPath(doc.id))}
          />
        </>
      )}
      {isAdding && <AddGroup kind={kind} onClose={adding.close} />}
    </Page>
  );
}

function TabLabel({ kind }: { kind: GroupKind }) {
  const { count: countText } = useDates();
  const count = useCount('groups', { kind, status: 'live' as const });
  const { many } = groupKinds[kind];
  return (
    <>
      <span>{many[0]?.toUpperCase() + many.slice(1)}</span>{' '}
      <span className="dim">{count === undefined ? '' : countText(count)}</span>
    </>
  );
}
