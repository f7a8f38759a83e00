// Until when a row is put off.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Until } from '../../../src-shared/domain/today-mark.ts';
import { addTo } from '../../../src-shared/query/calendar.ts';
import type { Row } from '../../../src-shared/today/rows.ts';
import { dayOf } from '../../ui/day.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';

type Props = { row: Row; onSnooze: (until: Until) => void; onClose: () => void };

export function SnoozeDialog({ row, onSnooze, onClose }: Props) {
  const [today] = useState(() => dayOf(Date.now()));
  const [day, setDay] = useState('');
  const isPerson = row.about.collection === 'people';
  const choices: { until: Until; label: string }[] = [
    { until: addTo(today, 1, 'day'), label: t`Until tomorrow` },
    { until: addTo(today, 1, 'week'), label: t`For a week` },
    { until: addTo(today, 1, 'month'), label: t`For a month` },
    ...(isPerson ? [{ until: 'contact', label: t`Until we are next in touch` }] : []),
    { until: 'post', label: t`Until they next publish something` },
  ];
  return (
    <Dialog title={t`Put off`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day > today) onSnooze(day);
        }}
      >
        <Stack gap="xs">
          <Text size="sm" className="dim">
            <Trans>Only for you, on this laptop. Your team still sees it.</Trans>
          </Text>
          {choices.map(({ until, label }, at) => (
            <Button
              key={until}
              variant="default"
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              onClick={() => onSnooze(until)}
            >
              {label}
            </Button>
          ))}
          <DayInput
            label={t`Until a day`}
            isToCome
            value={day}
            onChange={setDay}
            {...(day !== '' && day <= today ? { error: t`This day is not after today.` } : {})}
          />
        </Stack>
        <FormButtons submit={t`Put off`} isDisabled={!(day > today)} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
