// Where things are, backups, language, looks, and the sample team.

import {
  Button,
  Group,
  Input,
  Select,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';

import type { HostSettings } from '../../../src-shared/bridge/host-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { Backups } from './backups.tsx';
import { countryOptions, localeOptions } from '../../data/choices.ts';
import { useSample } from '../../data/use-sample.ts';

export function SettingsPage() {
  const { host, info, settings, setSettings } = useHost();
  const sample = useSample();
  const [checked, setChecked] = useState('');
  if (info === undefined || settings === undefined) return null;
  const save = async (patch: Partial<HostSettings>): Promise<boolean> => {
    const saved = await host.request('settings.write', patch);
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
    return saved.ok;
  };
  const check = async (): Promise<void> => {
    setChecked('Checking …');
    const answer = await host.request('store.check', {});
    const words = !answer.ok
      ? errorWords(answer.error)
      : answer.value.ok
        ? `Everything is in order: ${answer.value.records.toLocaleString()} records were looked through.`
        : `Faults were found (${answer.value.problems.length}). Restore the newest backup; the damaged file is kept.`;
    setChecked(words);
    announce(words);
  };
  return (
    <Page title="Settings">
      <Stack gap="md" maw={820}>
        <Section title="You">
          <Group grow align="start">
            <TextEdit
              label="Your name"
              description="Stands beside what you write"
              value={settings.userName}
              onSave={(userName) => save({ userName })}
            />
            <TextInput
              label="This laptop"
              description="Named after the computer"
              value={info.device.name}
              readOnly
            />
          </Group>
        </Section>
        <Section title="Language and looks">
          <Group grow align="start">
            <Select
              label="Dates and numbers"
              data={localeOptions}
              value={settings.locale}
              allowDeselect={false}
              onChange={(locale) => void save({ locale: locale ?? '' })}
              searchable
            />
            <Select
              label="Country of phone numbers"
              data={countryOptions}
              value={settings.defaultCountry}
              allowDeselect={false}
              onChange={(country) => country !== null && void save({ defaultCountry: country })}
              searchable
            />
          </Group>
          <Input.Wrapper label="Light or dark" labelElement="div" mt="sm">
            <div>
              <SegmentedControl
                aria-label="Light or dark"
                value={settings.theme}
                onChange={(theme) => void save({ theme: theme as HostSettings['theme'] })}
                data={[
                  { value: 'system', label: 'Like the system' },
                  { value: 'light', label: 'Light' },
                  { value: 'dark', label: 'Dark' },
                ]}
              />
            </div>
          </Input.Wrapper>
        </Section>
        <Section title="Your data">
          <TextInput
            label="Profile folder"
            value={info.profileDir}
            readOnly
            description="Everything is in this folder. Do not put it into a folder that a cloud service syncs."
          />
          <Group mt="sm">
            <Button variant="default" onClick={() => void check()}>
              Check the book
            </Button>
            <Text size="sm" style={{ flex: 1 }}>
              {checked}
            </Text>
          </Group>
        </Section>
        <Backups />
        <Section title="Sample team">
          <Text size="sm" mb="sm">
            Invented people to look around with. Removing them leaves no trace and touches nothing
            of yours.
          </Text>
          <Group>
            <Button variant="default" loading={sample.isBusy} onClick={() => void sample.load()}>
              Load the sample team
            </Button>
            <Button variant="default" loading={sample.isBusy} onClick={() => void sample.remove()}>
              Remove the sample team
            </Button>
          </Group>
        </Section>
        <Section title="About">
          <Text size="sm">
            Rapport {info.version},{' '}
            {info.shell === 'electron' ? 'desktop window' : 'in the browser'}. It asks nothing of
            the internet. The file is protected by your disk’s encryption only: turn that on.
          </Text>
        </Section>
      </Stack>
    </Page>
  );
}
