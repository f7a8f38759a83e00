// What happened, line by line, since Rapport was started.

import { t } from '@lingui/core/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { deviceName, logWords } from './team-words.ts';

const short = 6;

export function TeamLog({ info }: { info: TeamInfo }) {
  const { dateTime } = useDates();
  const [isLong, setLong] = useState(false);
  const nameOf = (id: string | undefined): string => {
    const device = info.devices.find((one) => one.id === id);
    return device === undefined ? t`An unknown laptop` : deviceName(device);
  };
  if (info.log.length === 0) return null;
  const shown = isLong ? info.log : info.log.slice(0, short);
  return (
    <Section title={t`What happened`}>
      <ul className="plain-list">
        {shown.map((entry, at) => (
          <Text component="li" size="sm" key={`${entry.at}-${info.log.length - at}`} py={2}>
            <span className="dim">{dateTime(entry.at)}</span>{' '}
            {logWords(entry, nameOf(entry.device))}
          </Text>
        ))}
      </ul>
      {info.log.length > short && (
        <Button variant="subtle" size="compact-sm" onClick={() => setLong(!isLong)}>
          {isLong ? t`Show less` : t`Show all`}
        </Button>
      )}
    </Section>
  );
}
