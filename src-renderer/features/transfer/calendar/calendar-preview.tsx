// What would come of a calendar: exact counts first, then what is wanted of it, with whom it is
// and what is left out and why.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Group, Paper, Radio, Select, Stack, Text } from '@mantine/core';

import { everyChoices } from '../../../../src-shared/calendar/kept-calendar.ts';
import type { CalendarPreview } from '../../../../src-shared/calendar/plan-calendar.ts';
import { useIsInTeam } from '../../../data/team-rest.tsx';
import { useDates } from '../../../ui/when.tsx';
import { KnownPeople, LeftOut } from '../looked.tsx';
import { everyWords, skipWords } from './calendar-words.ts';
import type { CalendarImport } from './use-calendar-import.ts';

type Props = { flow: CalendarImport; preview: CalendarPreview };

export function CalendarPreviewView({ flow, preview }: Props) {
  const { past, coming, events, span, peopleCount } = preview;
  const { date } = useDates();
  const people = plural(peopleCount, { one: '# person you know', other: '# people you know' });
  const meetings = past + coming;
  const { log, isKept } = flow.taking;
  const isNothing = !isKept && (log === 'none' || past === 0);
  return (
    <Stack gap="md" maw={900}>
      <Paper withBorder p="md">
        <Group justify="space-between" align="start">
          <Stack gap={2} style={{ flex: 1, minWidth: 260 }}>
            <Text size="xl" fw={650}>
              {meetings === 0
                ? t`No meetings with people you know`
                : plural(meetings, {
                    one: `# meeting with ${people}`,
                    other: `# meetings with ${people}`,
                  })}
            </Text>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{flow.name}</bdi>
            </Text>
            <Text size="sm" className="dim">
              {plural(events, { one: '# entry', other: '# entries' })}
              {span !== undefined && ` · ${date(span.first)} – ${date(span.last)}`}
            </Text>
          </Stack>
          <Group>
            <Button variant="default" onClick={flow.reset}>
              <Trans>Choose another file</Trans>
            </Button>
            <Button
              disabled={isNothing}
              loading={flow.step === 'writing'}
              onClick={() => void flow.take()}
            >
              <Trans>Import</Trans>
            </Button>
          </Group>
        </Group>
        <Choices flow={flow} preview={preview} />
      </Paper>
      <LeftOut lines={skipWords(preview)} />
      <KnownPeople people={preview.people} count={preview.peopleCount} />
    </Stack>
  );
}

function Choices({ flow, preview }: Props) {
  const isInTeam = useIsInTeam();
  const { past, coming } = preview;
  const { log, isKept, every } = flow.taking;
  return (
    <Group mt="md" align="start" gap="xl">
      {past > 0 && (
        <Radio.Group
          label={plural(past, {
            one: 'Log # meeting that has been',
            other: 'Log # meetings that have been',
          })}
          value={log}
          onChange={(next) =>
            flow.set({ log: next === 'team' || next === 'none' ? next : 'private' })
          }
        >
          <Stack gap={6} mt={6}>
            <Radio value="private" label={t`Only on this laptop`} />
            <Radio
              value="team"
              label={isInTeam ? t`For the whole team` : t`For the whole team, once there is one`}
            />
            <Radio value="none" label={t`Do not log them`} />
          </Stack>
        </Radio.Group>
      )}
      <Stack gap={6} style={{ flex: '1 1 260px' }}>
        <Checkbox
          label={t`Keep this calendar for Today`}
          description={plural(coming, {
            0: 'Coming meetings then show up on Today, to be prepared for and logged. It stays on this laptop.',
            one: '# coming meeting then shows up on Today, to be prepared for and logged. It stays on this laptop.',
            other:
              '# coming meetings then show up on Today, to be prepared for and logged. They stay on this laptop.',
          })}
          checked={isKept}
          onChange={({ currentTarget: { checked } }) => flow.set({ isKept: checked })}
        />
        {flow.isAddress && isKept && (
          <Select
            w={220}
            label={t`Read it again`}
            allowDeselect={false}
            value={String(every)}
            data={everyChoices.map((one) => ({ value: String(one), label: everyWords(one) }))}
            onChange={(next) => flow.set({ every: Number(next) })}
          />
        )}
      </Stack>
    </Group>
  );
}
