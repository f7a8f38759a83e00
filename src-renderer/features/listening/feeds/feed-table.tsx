// Every feed and how it stands, what this laptop fetched, and lists in and out.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';

import { pathOf } from '../../../kinds/kinds.ts';
import { Section } from '../../../ui/section.tsx';
import { OpmlPanel } from '../lists/opml-panel.tsx';
import { FeedLog } from './feed-log.tsx';
import { feedNetworkWords } from '../../../words/value-words.ts';
import { type FeedRow, useFeedRows } from './use-feed-rows.ts';

const pageSize = 25;

export function FeedTable() {
  const [limit, setLimit] = useState(pageSize);
  const rows = useFeedRows();
  return (
    <Stack gap="lg">
      <Section title={t`Feeds`}>
        <Text size="sm" className="dim" mb="xs">
          {countWords(rows)}
        </Text>
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="30%">
                  <Trans>Who</Trans>
                </Table.Th>
                <Table.Th w="30%">
                  <Trans>Feed</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>How it stands</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, limit).map((row) => (
                <Row key={`${row.owner.id} ${row.feed.item}`} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {rows.length > limit && (
          <Button size="xs" variant="subtle" onClick={() => setLimit(limit + pageSize)}>
            <Trans>Show more</Trans>
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

function countWords(rows: readonly FeedRow[]): string {
  const troubles = rows.filter(({ line }) => !line.isWell).length;
  const feeds = plural(rows.length, { one: '# feed', other: '# feeds' });
  return troubles === 0 ? feeds : t`${feeds}, ${troubles} that did not work at the last look`;
}

function Row({ row: { owner, feed, title, line } }: { row: FeedRow }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor size="sm" href={`#${pathOf(owner)}`}>
          <bdi>{owner.name || t`No name`}</bdi>
        </Anchor>
      </Table.Td>
      <Table.Td maw={0}>
        <Text size="sm" truncate title={feed.url}>
          <bdi>{title}</bdi>
        </Text>
        <Text size="xs" className="dim">
          {feedNetworkWords(feed.network)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" {...(line.isWell ? {} : { className: 'trouble' })}>
          {line.text}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
