// What one wants to be reminded of about a person or a group: those that are open, the next
// first, and one more.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconBell, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { mergeableOf } from '../../../src-shared/domain/merging.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { settleTime, stopReminder } from '../../../src-shared/records/intents/keep-in-touch.ts';
import { timeDue, timesOf } from '../../../src-shared/reminders/times.ts';
import { workNaming } from '../../data/queries/happened.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useMergedIds } from '../../data/use-merged.ts';
import { useRecords } from '../../data/use-records.ts';
import { dayOf } from '../../ui/day.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useNow } from '../../ui/use-now.ts';
import { useDates } from '../../ui/when.tsx';
import { repeatSaid } from '../../words/every-words.ts';
import { RemindDialog } from './remind-dialog.tsx';

const mostShown = 50;

export function Reminders({ doc }: { doc: RecordDoc }) {
  const [isAsking, setAsking] = useState(false);
  const now = useNow();
  const ids = useMergedIds([doc.id], mergeableOf(doc)).get(doc.id) ?? [];
  const found = useRecords(workNaming(ids, ['reminder'], mostShown)) ?? [];
  const open = found
    .flatMap((one) => {
      const times = timesOf(one);
      const due = times === undefined ? undefined : timeDue(times, now);
      return due === undefined ? [] : [{ doc: one, due }];
    })
    .toSorted((a, b) => a.due.at - b.due.at);
  return (
    <>
      {open.length > 0 && (
        <Stack
          gap={6}
          component="ul"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t`Reminders`}
        >
          {open.map((one) => (
            <Reminder key={one.doc.id} {...one} />
          ))}
        </Stack>
      )}
      <div data-screen>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBell size={14} />}
          onClick={() => setAsking(true)}
        >
          <Trans>Remind me</Trans>
        </Button>
      </div>
      {isAsking && <RemindDialog about={doc} onClose={() => setAsking(false)} />}
    </>
  );
}

type Open = { doc: RecordDoc; due: NonNullable<ReturnType<typeof timeDue>> };

function Reminder({ doc, due }: Open) {
  const run = useCommand();
  const { dateTime } = useDates();
  const name = nameOrNone(doc);
  const again = repeatSaid(doc.fields['repeat']);
  const when = dateTime(due.at);
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="start">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Text size="xs" className="dim">
            {due.isDue ? t`Due since ${when}` : when}
            {again !== '' && ` · ${again}`}
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Done: ${name}`}
          onClick={() => void run(edit(settleTime(doc, due.day, 'done', dayOf(Date.now()))))}
        >
          <IconCheck size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Stop reminding: ${name}`}
          onClick={() => void run(stopReminder(doc.id))}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </li>
  );
}
