// The feeds of one person or organisation, each with one calm line, and what to do.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconRss } from '@tabler/icons-react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { webAddress } from '../../../../src-shared/feeds/address.ts';
import { type FeedState, stateOf } from '../../../../src-shared/feeds/state.ts';
import { type Subscription, subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { edit } from '../../../../src-shared/records/intents/edits.ts';
import { follow, unfollow } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useHost } from '../../../data/host-context.tsx';
import { feedStatesOf } from '../../../data/queries/listening.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { useDates } from '../../../ui/when.tsx';
import { feedNetworkWords } from '../../../words/value-words.ts';
import { stateWords } from './feed-words.ts';
import { refOf } from '../../../data/ref-of.ts';

export function FeedList({ owner }: { owner: RecordDoc }) {
  const states = useFeedStates([owner.id]);
  const feeds = subscriptionsOf(owner);
  return (
    <Stack gap={8} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {feeds.map((feed) => (
        <Unbroken key={feed.item} of={owner}>
          <FeedLine owner={owner} feed={feed} state={states.get(feed.url)} />
        </Unbroken>
      ))}
    </Stack>
  );
}

/** By the feed's address. */
export function useFeedStates(owners: readonly string[]): ReadonlyMap<string, FeedState> {
  const docs = useRecords(feedStatesOf(owners));
  return new Map(
    (docs ?? []).map((doc) => {
      const url = String(doc.fields['url'] as string);
      return [url, stateOf(doc, url)] as const;
    }),
  );
}

type LineProps = { owner: RecordDoc; feed: Subscription; state: FeedState | undefined };

function FeedLine({ owner, feed, state }: LineProps) {
  const run = useCommand();
  const dates = useDates();
  const { info } = useHost();
  const item = (owner.sets['feeds'] ?? []).find(({ id }) => id === feed.item);
  const isPaused = item?.more?.['on'] === 'no';
  // What went wrong stays true until it is looked at again; the clock adds nothing here.
  const { text, isWell } = stateWords(state, state?.lookedAt ?? 0, dates, info?.device.id);
  const title = state?.title || feed.title || feed.url;
  const put = (on: 'yes' | 'no') => {
    const more = { ...item?.more, on };
    const changed = { id: feed.item, value: feed.url, label: feed.network, more };
    void run(edit(follow(refOf(owner), changed)));
  };
  const remove = () => void run(edit(unfollow(refOf(owner), feed.item)));
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="start">
        <IconRss size={17} style={{ flexShrink: 0, marginTop: 3 }} aria-hidden />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={600} truncate title={title}>
            <bdi>{title}</bdi>
          </Text>
          <Text size="xs" className="dim">
            {feedNetworkWords(feed.network)} ·{' '}
            {isPaused ? t`Paused: not looked at` : isWell ? text : ''}
          </Text>
          {!isWell && !isPaused && (
            <Text size="xs" className="trouble" role="note">
              {text}
            </Text>
          )}
          {state?.outcome === 'gone' && (
            <Button size="compact-xs" variant="default" mt={4} onClick={remove}>
              <Trans>Remove this feed</Trans>
            </Button>
          )}
        </div>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`Actions for ${title}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => put(isPaused ? 'yes' : 'no')}>
              {isPaused ? t`Listen again` : t`Pause this feed`}
            </Menu.Item>
            <Menu.Item
              component="a"
              href={webAddress(state?.home) || webAddress(feed.url)}
              target="_blank"
              rel="noopener noreferrer"
            >
              <Trans>Open in the browser</Trans>
            </Menu.Item>
            <Menu.Item color="red" onClick={remove}>
              <Trans>Remove this feed</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  );
}
