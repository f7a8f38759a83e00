// The feeds behind an address, each with its newest items, to be ticked.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Group, Stack, Text } from '@mantine/core';

import type { FoundFeed } from '../../../../src-shared/bridge/feed-types.ts';
import { useDates, WhenText } from '../../../ui/when.tsx';
import { feedNetworkWords } from '../../../words/value-words.ts';
import { countWords } from './feed-words.ts';

type Props = {
  found: readonly FoundFeed[];
  followed: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

export function FoundFeeds({ found, followed, chosen, onChoose }: Props) {
  const { count } = useDates();
  const toggle = (url: string) => () => {
    const next = new Set(chosen);
    if (!next.delete(url)) next.add(url);
    onChoose(next);
  };
  return found.map((feed) => (
    <Checkbox.Card
      key={feed.url}
      p="sm"
      checked={chosen.has(feed.url) || followed.has(feed.url)}
      disabled={followed.has(feed.url)}
      onClick={toggle(feed.url)}
      aria-label={feed.title}
    >
      <Group gap="sm" wrap="nowrap" align="start">
        <Checkbox.Indicator mt={3} />
        <Stack gap={4} miw={0}>
          <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {feed.title}
          </Text>
          <Text size="xs" className="dim" style={{ overflowWrap: 'anywhere' }}>
            {followed.has(feed.url) ? `${t`Followed already`} · ` : ''}
            {feedNetworkWords(feed.network)} · {countWords(feed.count, count)} · {feed.url}
          </Text>
          {feed.latest.map(({ words, at }, index) => (
            <Text key={index} size="sm" dir="auto" lineClamp={2}>
              {words || t`No words`}
              {at !== undefined && (
                <Text span size="xs" className="dim">
                  {' '}
                  · <WhenText at={at} />
                </Text>
              )}
            </Text>
          ))}
          {feed.count === 0 && (
            <Text size="sm" className="dim">
              <Trans>Nothing posted yet.</Trans>
            </Text>
          )}
        </Stack>
      </Group>
    </Checkbox.Card>
  ));
}
