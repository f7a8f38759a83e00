// Everybody who is followed, in one place: what they say, what changed, who is quiet,
// and how it stands with their feeds.

import { Alert, Badge, Button, Group, Tabs } from '@mantine/core';
import { useState } from 'react';

import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useCount, useRecords } from '../../../data/use-records.ts';
import { announce } from '../../../ui/announce.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Alerts } from './alerts.tsx';
import { Everyone } from './everyone.tsx';
import { Explanation } from './explanation.tsx';
import { FeedTable } from '../feeds/feed-table.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import { Proposals } from '../proposals/proposals.tsx';
import { Quiet } from './quiet.tsx';
import { useUnread } from '../posts/use-unread.ts';

export function ListeningPage() {
  const { host, settings } = useHost();
  const [tab, setTab] = useState<string | null>('posts');
  const people = useCount('people', { keys: 'has:feed', status: 'live' });
  const groups = useCount('groups', { keys: 'has:feed', status: 'live' });
  const posts = useCount('posts', { status: 'live' });
  const proposals = useRecords('work', { selector: { kind: 'proposal', status: 'live' } });
  const alerts = useCount('local', { kind: 'alert' }) ?? 0;
  const unread = [...useUnread().values()].reduce((sum, ids) => sum + ids.length, 0);
  const open = (proposals ?? []).filter(({ fields }) => fields['state'] === 'open').length;
  const followed = (people ?? 0) + (groups ?? 0);
  const isLoaded = people !== undefined && groups !== undefined && posts !== undefined;
  const look = async (): Promise<void> => {
    const asked = await host.request('feeds.look', {});
    if (!asked.ok) return showFailure(errorWords(asked.error));
    const { asked: count } = asked.value;
    if (count === 0) announce('Everything was looked at only just now');
    else announce(count === 1 ? 'Looking at 1 feed' : `Looking at ${count} feeds`);
  };
  return (
    <Page
      title="Listening"
      actions={
        <Group gap="xs">
          {unread > 0 && (
            <Button
              variant="subtle"
              onClick={() => void host.request('posts.mark', { isRead: true })}
            >
              Mark all {unread} read
            </Button>
          )}
          {followed > 0 && settings?.feeds === 'on' && (
            <Button variant="default" onClick={() => void look()}>
              Look now
            </Button>
          )}
        </Group>
      }
    >
      {settings?.feeds === 'unasked' && followed > 0 && (
        <Alert title="This laptop does not listen yet" color="blue">
          <Explanation />
        </Alert>
      )}
      {settings?.feeds === 'off' && (
        <Alert color="gray" title="Switched off">
          This laptop fetches nothing. Posts that teammates fetch still come to you. Switch it on
          under Settings.
        </Alert>
      )}
      {isLoaded && followed === 0 && posts === 0 ? (
        <EmptyState
          title="Nobody is followed yet"
          text="Open a person and choose “Follow”: their blog, website or public profile is then read here, in one stream, offline too. Nothing is fetched before you say so."
        >
          <Group>
            <Button component="a" href="#/people">
              Open People
            </Button>
          </Group>
          <ListeningSettings isSmall />
        </EmptyState>
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="posts" rightSection={countOf(unread)}>
              Posts
            </Tabs.Tab>
            <Tabs.Tab value="alerts" rightSection={countOf(alerts)}>
              Watched words
            </Tabs.Tab>
            <Tabs.Tab value="changes" rightSection={countOf(open)}>
              Changes
            </Tabs.Tab>
            <Tabs.Tab value="quiet">Gone quiet</Tabs.Tab>
            <Tabs.Tab value="feeds">Feeds</Tabs.Tab>
            <Tabs.Tab value="settings">Settings</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="posts">
            <Everyone />
          </Tabs.Panel>
          <Tabs.Panel value="alerts">
            <Alerts />
          </Tabs.Panel>
          <Tabs.Panel value="changes">
            <Proposals empty="Nobody’s public name, job or place has changed since you began to listen." />
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
      )}
    </Page>
  );
}

/** Nothing, and no room for it, where there is nothing to count. */
const countOf = (count: number) =>
  count === 0 ? undefined : (
    <Badge size="sm" variant="light" tt="none">
      {count}
    </Badge>
  );
