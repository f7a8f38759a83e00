// While a call goes on that was begun from here: with whom and for how long, on every page. On
// return it is written down, with how long it took, or forgotten.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { askToLog } from '../../../data/asked.ts';
import { type Calling, forgetCall, useCalling } from '../../../data/calling.ts';
import { personPath } from '../../../kinds/person.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';

export function CallBar() {
  const calling = useCalling();
  return calling === undefined ? null : <Going key={calling.since} calling={calling} />;
}

function Going({ calling: { person, name, since } }: { calling: Calling }) {
  const now = useSeconds();
  const shown = nameOrNone({ name });
  const stop = (): void => {
    askToLog({ person, call: { since, minutes: minutesOf(Date.now() - since) } });
    forgetCall();
  };
  return (
    <Paper
      className="call-bar"
      withBorder
      shadow="sm"
      px="sm"
      py={6}
      role="region"
      aria-label={t`Call`}
    >
      <Group gap="sm" wrap="nowrap">
        <IconPhone size={16} aria-hidden />
        <Text size="sm" truncate>
          <Trans>
            Call with{' '}
            <Anchor href={`#${personPath(person)}`} inherit>
              <bdi>{shown}</bdi>
            </Anchor>
          </Trans>
        </Text>
        <Text size="sm" className="dim" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <time>{clock(now - since)}</time>
        </Text>
        <Button size="compact-sm" onClick={stop}>
          <Trans>Stop and log</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={forgetCall}>
          <Trans>Do not log</Trans>
        </Button>
      </Group>
    </Paper>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** At least one: it was begun. */
const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return [Math.floor(seconds / 60), seconds % 60]
    .map((part) => `${part}`.padStart(2, '0'))
    .join(':');
}
