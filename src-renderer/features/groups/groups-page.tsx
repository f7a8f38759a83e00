// Organisations, buckets and communities: a table of each, with views of their own.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTags } from '@tabler/icons-react';

import { describeView } from '../../../src-shared/query/describe.ts';
import type { View } from '../../../src-shared/query/view.ts';
import { groupsOfKind } from '../../data/queries/groups.ts';
import { useDescribing } from '../../data/use-describing.ts';
import { useCount } from '../../data/use-records.ts';
import { BulkBar } from '../../lists/bulk/bulk-bar.tsx';
import { tagging, usualActions } from '../../lists/bulk/usual-actions.ts';
import { useSelection } from '../../lists/use-selection.ts';
import { bucketList, bulkOf, communityList, organisationList } from '../../lists/list-kind.ts';
import { ListHead } from '../../lists/list-head.tsx';
import { useListView } from '../../lists/use-list-view.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useRouteQuery } from '../../ui/router.ts';
import { useDates } from '../../ui/when.tsx';
import { AddGroup } from './add-group.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';
import { GroupsInGroups, GroupsTable } from './groups-table.tsx';

const lists = { organisation: organisationList, bucket: bucketList, community: communityList };

export function GroupsPage() {
  const [kind, setKind] = useGroupKind();
  return <GroupsOfKind key={kind} kind={kind} setKind={setKind} />;
}

type Props = { kind: GroupKind; setKind: (kind: string) => void };

function GroupsOfKind({ kind, setKind }: Props) {
  const query = useRouteQuery();
  const [isAdding, adding] = useDisclosure(false);
  const list = useListView(lists[kind]);
  const { view, whole, parts, isStrange } = list;
  const text = query.get('s') ?? '';
  const words = describeView(view, useDescribing(view));
  const listed = called(whole, text);
  const selection = useSelection({ view: { ...listed, columns: [] }, text: '' }, kind);
  return (
    <Page
      title={t`Groups`}
      actions={
        <>
          <Button
            component="a"
            href="#/tags"
            variant="subtle"
            color="gray"
            leftSection={<IconTags size={16} />}
          >
            <Trans>Tags</Trans>
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
            {i18n._(groupKinds[kind].add)}
          </Button>
        </>
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
      <ListHead
        list={list}
        words={words}
        placeholder={t`Name`}
        text={text}
        setText={(s) => query.set({ s: s === '' ? undefined : s })}
      />
      <BulkBar
        selection={selection}
        of={bulkOf(lists[kind])}
        actions={kind === 'bucket' ? usualActions : [tagging, ...usualActions]}
        more={nothingMore}
      />
      {isStrange ? (
        <EmptyState
          title={t`This view is not understood here`}
          text={t`It was saved by a later version of Rapport, is about something else, or is damaged. Nothing of it is lost.`}
        />
      ) : whole.groupBy.length > 0 && text.trim() === '' ? (
        <GroupsInGroups list={list} kind={kind} selection={selection} />
      ) : (
        <GroupsTable
          list={list}
          kind={kind}
          view={listed}
          selection={selection}
          isNarrowed={parts.length > 0 || text.trim() !== ''}
        />
      )}
      {isAdding && <AddGroup kind={kind} onClose={adding.close} />}
    </Page>
  );
}

const nothingMore = () => ({});

/** Those with these words in their name. */
function called(view: View, text: string): View {
  const words = text.trim();
  if (words === '') return view;
  return {
    ...view,
    groupBy: [],
    conditions: { all: [view.conditions, { field: 'name', op: 'contains', arg: words }] },
  };
}

function useGroupKind(): [GroupKind, (kind: string) => void] {
  const query = useRouteQuery();
  const asked = query.get('kind');
  return [
    isGroupKind(asked) ? asked : 'organisation',
    (kind) => query.set({ kind, view: undefined, q: undefined, s: undefined }),
  ];
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
