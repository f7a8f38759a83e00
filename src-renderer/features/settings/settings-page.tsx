// Where things are, backups, language, looks, and the sample team.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Anchor,
  Button,
  Group,
  Input,
  Select,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';

import type { HostSettings } from '../../../src-shared/bridge/host-types.ts';
import { mapPlace } from '../../../src-shared/values/map-link.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { useDates } from '../../ui/when.tsx';
import { BookLock } from './book-lock.tsx';
import { Backups } from './backups.tsx';
import { Notices } from './notices.tsx';
import { HistoryKept } from './history-kept.tsx';
import { SpaceUsed } from './space-used.tsx';
import { HistorySize } from '../../ui/history-size.tsx';
import { countryOptions, languageOptions, localeOptions } from '../../data/choices.ts';
import { useSample } from '../../data/use-sample.ts';
import { SearchSelect } from '../../ui/search-select.tsx';

type Save = (patch: Partial<HostSettings>) => Promise<boolean>;
type Part = { settings: HostSettings; save: Save };

export function SettingsPage() {
  const { host, info, settings, setSettings } = useHost();
  if (info === undefined || settings === undefined) return null;
  const save: Save = async (patch) => {
    const saved = await host.request('settings.write', patch);
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
    return saved.ok;
  };
  return (
    <Page title={t`Settings`}>
      <Stack gap="md" maw={820}>
        <You settings={settings} save={save} device={info.device.name} />
        <Looks settings={settings} save={save} />
        <Notices settings={settings} save={save} />
        <YourData profileDir={info.profileDir} />
        <Section title={t`Fields`}>
          <Text size="sm">
            <Trans>
              <Anchor inherit underline="always" href="#/fields">
                Fields of your own
              </Anchor>{' '}
              for people, organisations and communities.
            </Trans>
          </Text>
        </Section>
        <Section title={t`Care`}>
          <Text size="sm">
            <Trans>
              <Anchor inherit underline="always" href="#/rules">
                Rules for contacting people
              </Anchor>
              : what needs a yes, how often, how long.
            </Trans>
          </Text>
        </Section>
        <Section title={t`Keys`}>
          <Text size="sm">
            <Trans>
              <Anchor inherit underline="always" href="#/keys">
                See and change the keys
              </Anchor>{' '}
              of everything that can be done.
            </Trans>
          </Text>
        </Section>
        <Section title={t`History`}>
          <HistorySize />
          <HistoryKept />
        </Section>
        <SpaceUsed />
        <BookLock />
        <Backups />
        <SampleTeam />
        <Section title={t`About`}>
          <Text size="sm">
            {info.shell === 'electron' ? (
              <Trans>Rapport {info.version}, desktop window.</Trans>
            ) : (
              <Trans>Rapport {info.version}, in the browser.</Trans>
            )}{' '}
            <Trans>
              Of the internet it asks only what you follow under Listening. Turn your disk’s
              encryption on as well: it covers what Rapport does not.
            </Trans>
          </Text>
        </Section>
      </Stack>
    </Page>
  );
}

function You({ settings, save, device }: Part & { device: string }) {
  return (
    <Section title={t`You`}>
      <Group grow align="start">
        <TextEdit
          label={t`Your name`}
          description={t`Stands beside what you write`}
          value={settings.userName}
          onSave={(userName) => save({ userName })}
        />
        <TextInput
          label={t`This laptop`}
          description={t`Named after the computer`}
          inputWrapperOrder={['label', 'input', 'description']}
          value={device}
          dir="auto"
          readOnly
        />
      </Group>
    </Section>
  );
}

function Looks({ settings, save }: Part) {
  return (
    <Section title={t`Language and looks`}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          // The focus comes back to it once the page is drawn in the other language.
          id="language"
          label={t`Language`}
          data={languageOptions()}
          value={settings.language}
          allowDeselect={false}
          onChange={(language) => void save({ language: language ?? '' })}
        />
        <SearchSelect
          label={t`Dates and numbers`}
          data={localeOptions()}
          value={settings.locale}
          allowDeselect={false}
          onChange={(locale) => void save({ locale: locale ?? '' })}
        />
        <SearchSelect
          label={t`Country of phone numbers and typed dates`}
          data={countryOptions()}
          value={settings.defaultCountry}
          allowDeselect={false}
          onChange={(country) => country !== null && void save({ defaultCountry: country })}
        />
        <Input.Wrapper label={t`Light or dark`} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t`Light or dark`}
              value={settings.theme}
              onChange={(theme) => void save({ theme: theme as HostSettings['theme'] })}
              data={[
                { value: 'system', label: t`Like the system` },
                { value: 'light', label: t`Light` },
                { value: 'dark', label: t`Dark` },
              ]}
            />
          </div>
        </Input.Wrapper>
        <TextEdit
          label={t`Map`}
          description={t`Where an address is looked for, such as https://maps.example.org/?q=${mapPlace}. Left empty, this computer’s own map program.`}
          value={settings.map}
          type="url"
          onSave={(map) => save({ map })}
        />
      </SimpleGrid>
    </Section>
  );
}

function YourData({ profileDir }: { profileDir: string }) {
  const { host } = useHost();
  const { count } = useDates();
  const [checked, setChecked] = useState('');
  const check = async (): Promise<void> => {
    setChecked(t`Checking …`);
    const answer = await host.request('store.check', {});
    const words = !answer.ok
      ? errorWords(answer.error)
      : answer.value.ok
        ? plural(answer.value.records, {
            one: 'Everything is in order: # record was looked through.',
            other: 'Everything is in order: # records were looked through.',
          })
        : t`Faults were found (${count(answer.value.problems.length)}). Restore the newest backup; the damaged file is kept.`;
    setChecked(words);
    announce(words);
  };
  return (
    <Section title={t`Your data`}>
      <TextInput
        label={t`Profile folder`}
        value={profileDir}
        dir="ltr"
        readOnly
        description={t`Everything is in this folder. Do not put it into a folder that a cloud service syncs.`}
      />
      <Group mt="sm">
        <Button variant="default" onClick={() => void check()}>
          <Trans>Check the book</Trans>
        </Button>
        <Text size="sm" style={{ flex: 1 }}>
          {checked}
        </Text>
      </Group>
    </Section>
  );
}

function SampleTeam() {
  const sample = useSample();
  return (
    <Section title={t`Sample team`}>
      <Text size="sm" mb="sm">
        <Trans>
          Invented people to look around with. Removing them leaves no trace and touches nothing of
          yours.
        </Trans>
      </Text>
      <Group>
        <Button variant="default" loading={sample.isBusy} onClick={() => void sample.load()}>
          <Trans>Load the sample team</Trans>
        </Button>
        <Button variant="default" loading={sample.isBusy} onClick={() => void sample.remove()}>
          <Trans>Remove the sample team</Trans>
        </Button>
      </Group>
    </Section>
  );
}
