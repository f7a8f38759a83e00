// Whether this laptop listens at all, for how long posts are kept, and what that means.

import { Button, List, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Section } from '../../../ui/section.tsx';
import { explanation } from '../feeds/feed-words.ts';
import { WatchWords } from './watch-words.tsx';

const times = [
  ['30', 'A month'],
  ['90', 'Three months'],
  ['365', 'A year'],
  ['1825', 'Five years'],
  ['0', 'For good'],
] as const;

export function ListeningSettings({ isSmall = false }: { isSmall?: boolean }) {
  const { host, settings, setSettings } = useHost();
  const [isShown, setShown] = useState(!isSmall);
  const write = async (patch: Partial<HostSettings>): Promise<void> => {
    const saved = await host.request('settings.write', patch);
    if (saved.ok) setSettings(saved.value);
  };
  if (settings === undefined) return null;
  if (!isShown)
    return (
      <Button variant="subtle" size="xs" onClick={() => setShown(true)}>
        What following somebody means
      </Button>
    );
  const keeps = String(settings.keepPostsDays);
  const known = times.map(([value, label]) => ({ value, label }));
  return (
    <Stack gap="lg" maw={640} ta="start">
      <Section title="Manners">
        <List spacing="xs" size="sm">
          {explanation.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          <List.Item>
            Rapport asks a feed once an hour at most, far more seldom where little is posted, waits
            as long as a server wishes, and follows one person by twelve feeds at most. Pages that
            are not meant for feed readers are not scraped.
          </List.Item>
        </List>
      </Section>
      {!isSmall && (
        <Section title="On this laptop">
          <Stack gap="md">
            <Switch
              label="Fetch feeds"
              description="Off: this laptop asks no website anything. What teammates fetch still comes."
              checked={settings.feeds === 'on'}
              onChange={(event) =>
                void write({ feeds: event.currentTarget.checked ? 'on' : 'off' })
              }
            />
            <Select
              w={260}
              label="Keep posts for"
              description="Posts that were kept on a timeline stay."
              allowDeselect={false}
              value={keeps}
              data={
                known.some(({ value }) => value === keeps)
                  ? known
                  : [...known, { value: keeps, label: `${keeps} days` }]
              }
              onChange={(next) => next !== null && void write({ keepPostsDays: Number(next) })}
            />
            <WatchWords />
          </Stack>
        </Section>
      )}
      {isSmall && (
        <Text size="sm" className="dim">
          You are asked once more before anything is fetched.
        </Text>
      )}
    </Stack>
  );
}
