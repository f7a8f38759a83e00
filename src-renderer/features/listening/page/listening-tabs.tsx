// The parts of the Listening page, with the numbers of what is new in them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Tabs } from '@mantine/core';

import {
  alerts as openAlerts,
  proposals as allProposals,
} from '../../../data/queries/listening.ts';
import { useCount, useRecords } from '../../../data/use-records.ts';
import { useRouteQuery } from '../../../ui/router.ts';
import { FeedTable } from '../feeds/feed-table.tsx';
import { Proposals } from '../proposals/proposals.tsx';
import { Alerts } from './alerts.tsx';
import { Everyone } from './everyone.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import { Quiet } from './quiet.tsx';

export function ListeningTabs({ unread }: { unread: number }) {
  const query = useRouteQuery();
  const tab = query.get('tab') ?? 'posts';
  const alerts = useCount(openAlerts()) ?? 0;
  const proposals = useRecords(allProposals());
  const open = (proposals ?? []).filter(({ fields }) => fields['state'] === 'open').length;
  return (
    <Tabs
      value={tab}
      onChange={(next) => query.set({ tab: next ?? undefined })}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="posts" rightSection={countBadge(unread)}>
          <Trans>Posts</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="alerts" rightSection={countBadge(alerts)}>
          <Trans>Watched words</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="changes" rightSection={countBadge(open)}>
          <Trans>Changes</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="quiet">
          <Trans>Gone quiet</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="feeds">
          <Trans>Feeds</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="settings">
          <Trans>Settings</Trans>
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="posts">
        <Everyone />
      </Tabs.Panel>
      <Tabs.Panel value="alerts">
        <Alerts />
      </Tabs.Panel>
      <Tabs.Panel value="changes">
        <Proposals
          empty={t`Nobody’s public name, job or place has changed since you began to listen.`}
        />
      </Tabs.Panel>
      <Tabs.Panel value="quiet">
        <Quiet />
      </Tabs.Panel>
      <Tabs.Panel value="feeds">
        <FeedTable />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <ListeningSettings />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Undefined, so that no room is left for it, where there is nothing to count. */
const countBadge = (count: number) =>
  count === 0 ? undefined : (
    <Badge size="sm" variant="light" tt="none">
      {count}
    </Badge>
  );
