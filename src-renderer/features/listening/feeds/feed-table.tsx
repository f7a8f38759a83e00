// Every feed and how it stands, what this laptop fetched, and lists in and out.

import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';

import { subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { pathOf } from '../../../kinds/kinds.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useRecords } from '../../../data/use-records.ts';
import { Section } from '../../../ui/section.tsx';
import { useDates } from '../../../ui/when.tsx';
import { FeedLog } from './feed-log.tsx';
import { useFeedStates } from './feed-list.tsx';
import { networkWords, stateWords } from './feed-words.ts';
import { OpmlPanel } from '../lists/opml-panel.tsx';
import { useNow } from '../use-now.ts';

const pageSize = 25;

export function FeedTable() {
  const [limit, setLimit] = useState(pageSize);
  const now = useNow();
  const dates = useDates();
  const { info } = useHost();
  const selector = { keys: 'has:feed', status: 'live' };
  const people = useRecords('people', { selector, sort: [{ sortKey: 'asc' }], limit: 5_000 });
  const groups = useRecords('groups', { selector, sort: [{ sortKey: 'asc' }], limit: 5_000 });
  const owners = [...(people ?? []), ...(groups ?? [])];
  const states = useFeedStates(owners.map(({ id }) => id as string));
  const rows = owners.flatMap((owner) =>
    subscriptionsOf(owner).map((feed) => {
      const line = stateWords(states.get(feed.url), now, dates, info?.device.id);
      return { owner, feed, line: feed.isOn ? line : { text: 'Paused', isWell: true } };
    }),
  );
  // What wants a hand stands first.
  const ordered = rows.toSorted((a, b) => Number(a.line.isWell) - Number(b.line.isWell));
  const troubles = rows.filter(({ line }) => !line.isWell).length;
  return (
    <Stack gap="lg">
      <Section title="Feeds">
        <Text size="sm" className="dim" mb="xs">
          {rows.length === 1 ? '1 feed' : `${rows.length} feeds`}
          {troubles > 0 && `, ${troubles} that did not work at the last look`}
        </Text>
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="30%">Who</Table.Th>
                <Table.Th w="30%">Feed</Table.Th>
                <Table.Th>How it stands</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {ordered.slice(0, limit).map(({ owner, feed, line }) => (
                <Table.Tr key={`${owner.id} ${feed.item}`}>
                  <Table.Td>
                    <Anchor size="sm" href={`#${pathOf(owner)}`}>
                      <bdi>{owner.name || 'No name'}</bdi>
                    </Anchor>
                  </Table.Td>
                  <Table.Td maw={0}>
                    <Text size="sm" truncate title={feed.url}>
                      <bdi>{states.get(feed.url)?.title || feed.title || feed.url}</bdi>
                    </Text>
                    <Text size="xs" className="dim">
                      {networkWords(feed.network)}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" {...(line.isWell ? {} : { className: 'trouble' })}>
                      {line.text}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {ordered.length > limit && (
          <Button size="xs" variant="subtle" onClick={() => setLimit(limit + pageSize)}>
            Show more
          </Button>
        )}
      </Section>
      <Group align="start" grow preventGrowOverflow={false} wrap="wrap">
        <OpmlPanel />
        <FeedLog />
      </Group>
    </Stack>
  );
}
