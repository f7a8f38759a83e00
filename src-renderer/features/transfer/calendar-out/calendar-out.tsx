// Birthdays, promises due and reminders as a calendar file: which of them, how much they say,
// and whether they ring.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { CalendarOutAsked } from '../../../../src-shared/bridge/requests/transfer.ts';
import {
  calendarAlarms,
  type CalendarCounts,
  type CalendarKind,
  calendarKinds,
} from '../../../../src-shared/transfer/export/calendar/asked.ts';
import { calendarWords } from '../../../../src-shared/transfer/export/calendar/words.ts';
import { errorWords } from '../../../words/host-words.ts';
import { entryWords, useCalendarCounts, useCalendarFile } from './use-calendar-out.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function CalendarOut({ scope }: Pick<CalendarOutAsked, 'scope'>) {
  const [kinds, setKinds] = useState<CalendarKind[]>([...calendarKinds]);
  const [isShort, setShort] = useState(false);
  const [withPrivate, setWithPrivate] = useState(false);
  const [alarm, setAlarm] = useState<CalendarOutAsked['alarm']>('none');
  const asked = { scope, kinds, isShort, alarm, withPrivate, zone, words: calendarWords() };
  const answer = useCalendarCounts(asked);
  const { isBusy, failure, made, make } = useCalendarFile(asked);
  const counts = answer?.ok === true ? answer.value : undefined;
  const why = failure ?? (answer?.ok === false ? answer.error : undefined);
  const entries = kinds.reduce((sum, kind) => sum + (counts?.kinds[kind] ?? 0), 0);
  return (
    <>
      <Checkbox.Group
        label={t`What stands in it`}
        value={kinds}
        onChange={(chosen) => setKinds(calendarKinds.filter((kind) => chosen.includes(kind)))}
      >
        <Stack gap="xs" mt="xs">
          {calendarKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={kindWords(kind, counts?.kinds[kind])} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t`Alarm`}
        maw={370}
        data={calendarAlarms.map((value) => ({ value, label: alarmWords[value]() }))}
        value={alarm}
        allowDeselect={false}
        onChange={(value) => setAlarm(calendarAlarms.find((one) => one === value) ?? 'none')}
      />
      <Checkbox
        label={t`Only initials`}
        description={t`“Reminder: A.L.” stands there, and nothing of what it is about: for a calendar that others see.`}
        checked={isShort}
        onChange={(event) => setShort(event.currentTarget.checked)}
      />
      <Checkbox
        label={t`With what is only on this laptop`}
        checked={withPrivate}
        onChange={(event) => setWithPrivate(event.currentTarget.checked)}
      />
      {counts !== undefined && <Remarks counts={counts} />}
      {why !== undefined && (
        <Alert color="red" title={t`The export did not work`}>
          {errorWords(why)}
        </Alert>
      )}
      {made !== undefined && (
        <Alert color="rapport" title={t`${made.name} is made`}>
          <Trans>{entryWords(made.entries)}. It was handed to your downloads.</Trans>
        </Alert>
      )}
      <Group>
        <Button loading={isBusy} disabled={entries === 0} onClick={() => void make()}>
          <Trans>Export</Trans>
        </Button>
      </Group>
    </>
  );
}

function Remarks({ counts: { privateLeftOut, leftAlone } }: { counts: CalendarCounts }) {
  const lines = [
    ...(privateLeftOut > 0
      ? [
          plural(privateLeftOut, {
            one: '# entry is only on this laptop and stays here.',
            other: '# entries are only on this laptop and stay here.',
          }),
        ]
      : []),
    ...(leftAlone > 0
      ? [
          plural(leftAlone, {
            one: '# person in it does not want to be contacted: their entries say so.',
            other: '# people in it do not want to be contacted: their entries say so.',
          }),
        ]
      : []),
  ];
  return lines.map((line) => (
    <Text key={line} size="sm">
      {line}
    </Text>
  ));
}

function kindWords(kind: CalendarKind, count: number | undefined): string {
  const name = {
    birthdays: t`Birthdays`,
    dates: t`Other days of people`,
    promises: t`What we promised, when it is due`,
    theirs: t`What was promised to us, when it is due`,
    reminders: t`Reminders`,
  }[kind];
  return count === undefined ? name : t`${name}: ${entryWords(count)}`;
}

const alarmWords: { [alarm in CalendarOutAsked['alarm']]: () => string } = {
  none: () => t`None`,
  same: () => t`On the day at 9:00, or 15 minutes before its time`,
  day: () => t`A day before`,
};
