// First: the language, the name beside what one writes, the country of phone numbers.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';

import type { HostSettings } from '../../../../src-shared/bridge/host-types.ts';
import { countryOptions, languageOptions } from '../../../data/choices.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { type SaveSettings, StepFoot } from './step.tsx';
import { SearchSelect } from '../../../ui/search-select.tsx';

type Props = { settings: HostSettings; save: SaveSettings; onNext: () => void };

export function WhoYouAre({ settings, save, onNext }: Props) {
  const [name, setName] = useDraft('first-run.name');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
  const countries = countryOptions();
  const [country, setCountry] = useDraft('first-run.country');
  const [isBusy, setBusy] = useState(false);
  const shown =
    country ||
    countryHere(
      countries.map(({ value }) => value),
      settings.defaultCountry,
    );
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const userName = name.trim() === '' ? settings.userName : name.trim();
    const isSaved = await save({ userName, defaultCountry: shown });
    setBusy(false);
    if (isSaved) onNext();
  };
  return (
    <form onSubmit={(event) => void keep(event)}>
      <h1>{t`Welcome to Rapport`}</h1>
      <Text className="dim" mb="md">
        <Trans>
          Your people, on your own laptop. Three questions before you start; all of it can be
          changed later under Settings.
        </Trans>
      </Text>
      <TextInput
        ref={first}
        label={t`Your name`}
        description={t`Stands beside what you write`}
        value={name}
        maxLength={100}
        autoComplete="name"
        dir="auto"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm">
        <Select
          // The focus comes back to it once this is drawn in the other language.
          id="language"
          label={t`Language`}
          data={languageOptions()}
          value={settings.language}
          allowDeselect={false}
          onChange={(language) => void save({ language: language ?? '' })}
        />
        <SearchSelect
          label={t`Your country`}
          data={countries}
          value={shown}
          allowDeselect={false}
          onChange={(chosen) => setCountry(chosen ?? '')}
        />
      </SimpleGrid>
      <Text size="sm" className="dim" mt="xs">
        <Trans>The country is for phone numbers without one, and for dates as you type them.</Trans>
      </Text>
      <StepFoot onSkip={onNext} isBusy={isBusy} />
    </form>
  );
}

/** Where the system says it is, if that is one to choose. */
function countryHere(known: readonly string[], otherwise: string): string {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).region ?? '');
  return regions.find((region) => known.includes(region)) ?? otherwise;
}
