// Organisations, buckets and communities.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Button, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { openInList } from '../../ui/list-walk.ts';
import { useRouteQuery } from '../../ui/router.ts';
import { windowKind } from '../../kinds/kinds.ts';
import { groupsOfKind } from '../../data/queries/groups.ts';
import { usePages } from '../../data/use-pages.ts';
import { useCount } from '../../data/use-records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDates } from '../../ui/when.tsx';
import { AddGroup } from './add-group.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';

export function GroupsPage() {
  const [kind, setKind] = useGroupKind();
  const [range, setRange] = useState({ first: 0, last: 30 });
  const [isAdding, adding] = useDisclosure(false);
  const { count, row } = usePages(groupsOfKind(kind), range.first, range.last);
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const words = groupKinds[kind];
  return (
    <Page
      title={t`Groups`}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
          {i18n._(words.add)}
        </Button>
      }
    >
      <SegmentedControl
        aria-label={t`Kind of group`}
        style={{ alignSelf: 'start' }}
        value={kind}
        onChange={setKind}
        data={(Object.keys(groupKinds) as GroupKind[]).map((value) => ({
          value,
          label: <TabLabel kind={value} />,
        }))}
      />
      {count === 0 ? (
        <EmptyState title={i18n._(words.none)} text={i18n._(words.teaches)} />
      ) : (
        <>
          <Text size="sm" className="dim">
            {count === undefined ? t`Loading …` : i18n._({ ...words.counted, values: { count } })}
          </Text>
          <VirtualGrid<RecordDoc>
            label={i18n._(words.many)}
            columns={windowKind(kind).columns()}
            count={count ?? 0}
            rowHeight={44}
            row={row}
            onRange={onRange}
            onOpen={(doc, at) =>
              openInList(doc.id, at, {
                list: { by: 'kind', of: kind },
                of: i18n._(words.many),
                pages: '/groups',
                name: t`Groups`,
              })
            }
          />
        </>
      )}
      {isAdding && <AddGroup kind={kind} onClose={adding.close} />}
    </Page>
  );
}

function useGroupKind(): [GroupKind, (kind: string) => void] {
  const query = useRouteQuery();
  const asked = query.get('kind');
  return [isGroupKind(asked) ? asked : 'organisation', (kind) => query.set({ kind })];
}

const isGroupKind = (kind: string | undefined): kind is GroupKind =>
  kind !== undefined && Object.hasOwn(groupKinds, kind);

function TabLabel({ kind }: { kind: GroupKind }) {
  const { count: countText } = useDates();
  const count = useCount(groupsOfKind(kind));
  return (
    <>
      <span>{i18n._(groupKinds[kind].many)}</span>{' '}
      <span className="dim">{count === undefined ? '' : countText(count)}</span>
    </>
  );
}
