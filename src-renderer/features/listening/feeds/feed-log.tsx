// What was fetched, when, by which laptop and with what success.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ScrollArea, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { FeedLogEntry } from '../../../../src-shared/bridge/feed-types.ts';
import { isGood } from '../../../../src-shared/feeds/state.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDates } from '../../../ui/when.tsx';
import { stateWords } from './feed-words.ts';

export function FeedLog() {
  const { host, info } = useHost();
  const dates = useDates();
  const name = info?.device.name;
  const [entries, setEntries] = useState<FeedLogEntry[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const got = await host.request('feeds.log', {});
      if (isCurrent && got.ok) setEntries(got.value);
    };
    void read();
    const stop = host.on('feeds.changed', () => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [host]);
  return (
    <Section title={name === undefined ? t`What this laptop fetched` : t`What ${name} fetched`}>
      {entries?.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>Nothing yet.</Trans>
        </Text>
      )}
      <ScrollArea.Autosize mah={360} type="auto" viewportProps={{ tabIndex: 0 }}>
        {(entries ?? []).map((entry, at) => (
          <Text key={at} size="xs" mb={4} style={{ overflowWrap: 'anywhere' }}>
            <span className="dim">{dates.dateTime(entry.at)}</span> {hostOf(entry.url)}:{' '}
            {entryWords(entry, dates)}
          </Text>
        ))}
      </ScrollArea.Autosize>
    </Section>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

function entryWords(entry: FeedLogEntry, dates: ReturnType<typeof useDates>): string {
  if (!isGood(entry.outcome)) {
    const { outcome, detail } = entry;
    const state = { url: entry.url, said: 0, outcome, ...(detail === undefined ? {} : { detail }) };
    return stateWords(state, entry.at, dates).text;
  }
  if (entry.outcome === 'unchanged') return t`nothing new`;
  const { added, changed } = entry;
  const size = dates.count(Math.max(1, Math.round(entry.bytes / 1024)));
  return changed === 0
    ? t`${plural(added, { one: '# new post', other: '# new posts' })}, ${size} KB`
    : t`${plural(added, { one: '# new post', other: '# new posts' })}, ${dates.count(changed)} edited, ${size} KB`;
}
