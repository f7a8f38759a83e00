// The calendars of this laptop: what is kept of them, how often one is read, and another by its
// address.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Box, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { type CalendarInfo, everyChoices } from '../../../../src-shared/calendar/kept-calendar.ts';
import type { ErrorCode } from '../../../../src-shared/domain/result.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDates } from '../../../ui/when.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { everyWords } from './calendar-words.ts';
import { useCalendars } from './use-calendars.ts';

export function Calendars({ onAddress }: { onAddress: (address: string) => void }) {
  const calendars = useCalendars();
  const [address, setAddress] = useState('');
  return (
    <Box maw={760}>
      <Section title={t`Your calendars`}>
        <Stack gap="sm">
          <Text size="sm" className="dim">
            <Trans>
              Of this laptop alone: no teammate sees them. Meetings with people you know show up on
              Today; only what you log goes to the team.
            </Trans>
          </Text>
          {calendars.length > 0 && (
            <Stack
              component="ul"
              gap={6}
              p={0}
              m={0}
              className="plain-list"
              aria-label={t`Your calendars`}
            >
              {calendars.map((calendar) => (
                <Kept key={calendar.id} calendar={calendar} />
              ))}
            </Stack>
          )}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (address.trim() !== '') onAddress(address);
            }}
          >
            <Group align="end" gap="xs">
              <TextInput
                style={{ flex: '1 1 320px' }}
                label={t`Address of a calendar`}
                description={t`From the settings of your calendar: “secret address in iCal format”, “publish calendar”, or the link of a Nextcloud calendar.`}
                value={address}
                onChange={({ currentTarget: { value } }) => setAddress(value)}
              />
              <Button type="submit" variant="default" disabled={address.trim() === ''}>
                <Trans>Look at it</Trans>
              </Button>
            </Group>
          </form>
        </Stack>
      </Section>
    </Box>
  );
}

function Kept({ calendar }: { calendar: CalendarInfo }) {
  const { host } = useHost();
  const { dateTime } = useDates();
  const { id, name, server, every, readAt, trouble, detail, meetings } = calendar;
  const facts = [
    ...(server === undefined ? [] : [server]),
    plural(meetings, { one: '# meeting', other: '# meetings' }),
    ...(readAt === undefined ? [] : [readWords(dateTime(readAt))]),
  ];
  return (
    <Group component="li" justify="space-between" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" className="dim" style={{ overflowWrap: 'anywhere' }}>
          {facts.join(' · ')}
        </Text>
        {trouble !== undefined && (
          <Text size="xs" c="red">
            {errorWords({
              code: trouble as ErrorCode,
              ...(detail === undefined ? {} : { detail }),
            })}
          </Text>
        )}
      </div>
      <Group gap={4}>
        {server !== undefined && (
          <>
            <Select
              size="xs"
              w={150}
              aria-label={t`How often ${name} is read`}
              allowDeselect={false}
              value={String(every)}
              data={everyChoices.map((one) => ({ value: String(one), label: everyWords(one) }))}
              onChange={(next) =>
                void host.request('calendar.setEvery', { id, every: Number(next) })
              }
            />
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t`Read now: ${name}`}
              onClick={() => void host.request('calendar.lookNow', { id })}
            >
              <Trans>Read now</Trans>
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t`Remove ${name}`}
          onClick={() => void host.request('calendar.forget', { id })}
        >
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </Group>
  );
}

const readWords = (when: string): string => t`read ${when}`;
