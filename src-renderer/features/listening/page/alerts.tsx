// Posts that hold a word somebody watches for.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';

import { useHost } from '../../../data/host-context.tsx';
import { alerts as openAlerts } from '../../../data/queries/listening.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { PostStream } from '../posts/post-stream.tsx';
import { useUnread } from '../posts/use-unread.ts';
import { WatchWords } from './watch-words.tsx';
import { listWords } from '../../../words/in-language.ts';

const most = 200;

export function Alerts() {
  const { host, settings } = useHost();
  const alerts = useRecords(openAlerts(most));
  const ids = (alerts ?? []).map(({ fields }) => String(fields['post'] as string));
  const posts = useRecordsById('posts', ids);
  const words = [...new Set((alerts ?? []).map(({ fields }) => String(fields['word'] as string)))];
  const unread = useUnread();
  const dismiss = async (): Promise<void> => {
    const byOwner = Map.groupBy(alerts ?? [], ({ fields }) => String(fields['owner'] as string));
    for (const [owner, own] of byOwner) {
      const read = own.map(({ fields }) => String(fields['post'] as string));
      await host.request('posts.mark', { owner, ids: read, isRead: true });
    }
  };
  return (
    <>
      <WatchWords />
      {words.length > 0 && (
        <Group mt="md" mb="sm">
          <Text size="sm">
            <Trans>
              Found: <bdi>{listWords(words)}</bdi>
            </Trans>
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => void dismiss()}>
            <Trans>Mark these read</Trans>
          </Button>
        </Group>
      )}
      <PostStream
        posts={
          alerts === undefined ? undefined : [...posts.values()].toSorted((a, b) => b.at - a.at)
        }
        unread={unread}
        hasMore={false}
        onMore={() => undefined}
        empty={
          settings?.watchWords.length === 0
            ? t`Add a word, and new posts that hold it are listed here.`
            : t`No new post holds a word you watch for.`
        }
      />
    </>
  );
}
