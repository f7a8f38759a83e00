// Writes down one call, meeting, message or note for everybody of a group, as one step.

import { plural, t } from '@lingui/core/macro';
import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import type { BulkAct } from '../../../src-shared/records/intents/bulk.ts';
import { useBulk } from '../../data/use-bulk.ts';
import { useChosenCount } from '../../data/use-chosen-count.ts';
import { labelOf } from '../../kinds/kinds.ts';
import { dayOf } from '../../ui/day.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { TypedNumber } from '../../ui/typed-number.tsx';

type Logged = Extract<BulkAct, { type: 'log' }>;

const kinds = ['call', 'meeting', 'message', 'note'] as const satisfies readonly Logged['kind'][];

const isKind = (text: string): text is Logged['kind'] => kinds.some((kind) => kind === text);

type Props = { group: RecordDoc; onClose: () => void };

export function LogForAll({ group, onClose }: Props) {
  const chosen = { by: 'view', view: viewOfGroup(group), text: '', without: [] } as const;
  const count = useChosenCount(chosen);
  const run = useBulk();
  const [today] = useState(() => dayOf(Date.now()));
  const [kind, setKind] = useState<Logged['kind']>('meeting');
  const [text, setText] = useState('');
  const [day, setDay] = useState(today);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const canLog = text.trim() !== '' && day !== '' && isSure && !isBusy && (count ?? 0) > 0;
  const log = async (): Promise<void> => {
    setBusy(true);
    const act: Logged = { type: 'log', kind, when: timeOf(day, today), text };
    const done = await run(chosen, count ?? 0, act);
    setBusy(false);
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t`Log for all`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canLog) void log();
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t`What happened`}
            data-autofocus
            autosize
            minRows={2}
            maxRows={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`Kind`}
            data={kinds.map((value) => ({ value, label: labelOf(value) }))}
            value={kind}
            onChange={(next) => isKind(next) && setKind(next)}
          />
          <DayInput label={t`Day`} value={day} onChange={setDay} />
          {count !== undefined && (
            <Text size="sm">
              {plural(count, {
                0: 'Nobody is in this group, so nothing would be logged.',
                one: 'It is logged for # person.',
                other: 'It is logged for # people, for each on their own timeline.',
              })}
            </Text>
          )}
          <TypedNumber isNeeded count={count ?? 0} onSure={setSure} />
        </Stack>
        <FormButtons submit={t`Log`} isDisabled={!canLog} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** Of another day nobody knows the hour. */
function timeOf(day: string, today: string): number {
  const noon = Date.parse(`${day}T12:00:00`);
  return day === today || Number.isNaN(noon) ? Date.now() : noon;
}
