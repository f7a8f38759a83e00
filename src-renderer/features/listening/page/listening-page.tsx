// Everybody who is followed, in one place: what they post, what changed, who is quiet,
// and which feeds need attention.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';

import { useHost } from '../../../data/host-context.tsx';
import { anyPosts } from '../../../data/queries/listening.ts';
import { followed as followedOf } from '../../../data/queries/people.ts';
import { useCount } from '../../../data/use-records.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { useUnread } from '../posts/use-unread.ts';
import { useLookNow } from '../use-look-now.ts';
import { Explanation } from './explanation.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import { ListeningTabs } from './listening-tabs.tsx';

export function ListeningPage() {
  const { settings } = useHost();
  const people = useCount(followedOf('people'));
  const groups = useCount(followedOf('groups'));
  const posts = useCount(anyPosts());
  const unread = [...useUnread().values()].reduce((sum, ids) => sum + ids.length, 0);
  const followed = (people ?? 0) + (groups ?? 0);
  const isLoaded = people !== undefined && groups !== undefined && posts !== undefined;
  return (
    <Page title={t`Listening`} actions={<PageActions unread={unread} hasFeeds={followed > 0} />}>
      {settings?.feeds === 'unasked' && followed > 0 && (
        <Alert title={t`This laptop does not listen yet`} color="blue">
          <Explanation />
        </Alert>
      )}
      {settings?.feeds === 'off' && (
        <Alert color="gray" title={t`Switched off`}>
          <Trans>
            This laptop fetches nothing. Posts that teammates fetch still come to you. Switch it on
            under Settings.
          </Trans>
        </Alert>
      )}
      {isLoaded && followed === 0 && posts === 0 ? (
        <NobodyFollowed />
      ) : (
        <ListeningTabs unread={unread} />
      )}
    </Page>
  );
}

function PageActions({ unread, hasFeeds }: { unread: number; hasFeeds: boolean }) {
  const { host, settings } = useHost();
  const lookNow = useLookNow();
  return (
    <Group gap="xs">
      {unread > 0 && (
        <Button variant="subtle" onClick={() => void host.request('posts.mark', { isRead: true })}>
          <Trans>Mark all {unread} read</Trans>
        </Button>
      )}
      {hasFeeds && settings?.feeds === 'on' && (
        <Button variant="default" onClick={() => void lookNow()}>
          <Trans>Look now</Trans>
        </Button>
      )}
    </Group>
  );
}

function NobodyFollowed() {
  return (
    <EmptyState
      title={t`Nobody is followed yet`}
      text={t`Open a person and choose “Follow”: their blog, website or public profile is then read here, in one stream, offline too. Nothing is fetched before you say so.`}
    >
      <Group>
        <Button component="a" href="#/people">
          <Trans>Open People</Trans>
        </Button>
      </Group>
      <ListeningSettings isSmall />
    </EmptyState>
  );
}
