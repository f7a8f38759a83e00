// Whether this laptop listens at all, for how long posts are kept, and what that means.

import { i18n } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, List, Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Section } from '../../../ui/section.tsx';
import { explanation } from '../feeds/feed-words.ts';
import { WatchWords } from './watch-words.tsx';

const times = [
  ['30', msg`A month`],
  ['90', msg`Three months`],
  ['365', msg`A year`],
  ['1825', msg`Five years`],
  ['0', msg`For good`],
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
        <Trans>What following somebody means</Trans>
      </Button>
    );
  const keeps = String(settings.keepPostsDays);
  const known = times.map(([value, label]) => ({ value: value as string, label: i18n._(label) }));
  return (
    <Stack gap="lg" maw={640} ta="start">
      <Section title={t`Manners`}>
        <List spacing="xs" size="sm">
          {explanation().map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          <List.Item>
            <Trans>
              Rapport asks a feed once an hour at most, far more seldom where little is posted,
              waits as long as a server wishes, and follows one person by twelve feeds at most.
              Pages that are not meant for feed readers are not scraped.
            </Trans>
          </List.Item>
        </List>
      </Section>
      {!isSmall && (
        <Section title={t`On this laptop`}>
          <Stack gap="md">
            <Switch
              label={t`Fetch feeds`}
              description={t`Off: this laptop asks no website anything. What teammates fetch still comes.`}
              checked={settings.feeds === 'on'}
              onChange={(event) =>
                void write({ feeds: event.currentTarget.checked ? 'on' : 'off' })
              }
            />
            <Select
              w={260}
              label={t`Keep posts for`}
              description={t`Posts that were kept on a timeline stay.`}
              allowDeselect={false}
              value={keeps}
              data={
                known.some(({ value }) => value === keeps)
                  ? known
                  : [
                      ...known,
                      {
                        value: keeps,
                        label: plural(Number(keeps), { one: '# day', other: '# days' }),
                      },
                    ]
              }
              onChange={(next) => next !== null && void write({ keepPostsDays: Number(next) })}
            />
            <WatchWords />
          </Stack>
        </Section>
      )}
      {isSmall && (
        <Text size="sm" className="dim">
          <Trans>You are asked once more before anything is fetched.</Trans>
        </Text>
      )}
    </Stack>
  );
}
