// Reminds whoever asks of the next time through a round.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { addTo } from '../../../src-shared/query/calendar.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { remind } from '../../../src-shared/records/intents/keep-in-touch.ts';
import { readerZone } from '../../data/asking-views.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { dayOf } from '../../ui/day.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';

const usualWeeks = 3;
const mostWeeks = 104;
const clock = '09:00';

export function PlanNext({ round }: { round: RecordDoc }) {
  const run = useCommand();
  const { settings } = useHost();
  const [weeks, setWeeks] = useState<string | number>(usualWeeks);
  const [isPlanned, setPlanned] = useState(false);
  const count = Number(weeks);
  const isRight = Number.isInteger(count) && count >= 1 && count <= mostWeeks;
  const plan = async (): Promise<void> => {
    const name = nameOrNone(round);
    const made = remind({
      about: { collection: 'rounds', id: round.id },
      text: t`Go round again: ${name}`,
      day: addTo(dayOf(Date.now()), count, 'week'),
      clock,
      zone: readerZone(),
      who: settings?.userName ?? '',
    });
    const record = round.scope === 'private' ? { ...made, scope: 'private' as const } : made;
    if ((await run(create(record))) !== undefined) setPlanned(true);
  };
  return (
    <Group gap="xs" align="end">
      <NumberInput
        size="xs"
        w={150}
        label={t`Next round in weeks`}
        min={1}
        max={mostWeeks}
        value={weeks}
        onChange={setWeeks}
      />
      <Button size="xs" disabled={!isRight || isPlanned} onClick={() => void plan()}>
        {isPlanned ? (
          <Trans>Planned</Trans>
        ) : (
          plural(isRight ? count : usualWeeks, {
            one: 'Plan next round in # week',
            other: 'Plan next round in # weeks',
          })
        )}
      </Button>
    </Group>
  );
}
