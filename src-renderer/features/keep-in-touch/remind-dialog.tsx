// A new reminder: of what, when, and whether it comes round.

import { t } from '@lingui/core/macro';
import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { isWallTime } from '../../../src-shared/fields/when-due.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { remind } from '../../../src-shared/records/intents/keep-in-touch.ts';
import { repeatOf } from '../../../src-shared/values/repeat.ts';
import { readerZone } from '../../data/asking-views.ts';
import { useCommand } from '../../data/use-command.tsx';
import { dayOf } from '../../ui/day.ts';
import { useMembers } from '../../data/use-members.ts';
import { useHandover } from '../../fields/use-handover.tsx';
import { MemberSelect } from '../../fields/member-select.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { repeatSaid } from '../../words/every-words.ts';

const dayMs = 86_400_000;
/** With a number of days. */
const afterDone = 'AFTER';
/** Where nobody says when. */
const usualClock = '09:00';

export function RemindDialog({ about, onClose }: { about: RecordDoc; onClose: () => void }) {
  const run = useCommand();
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => dayOf(Date.now() + dayMs));
  const [clock, setClock] = useState(usualClock);
  const [chosen, setChosen] = useState('');
  const [afterDays, setAfterDays] = useState<number | string>(14);
  const repeat = chosen === afterDone ? `AFTER=${afterDays}` : chosen;
  const [who, setWho] = useState('');
  const name = nameOrNone(about);
  const handover = useHandover(useMembers().nameOf(who), about);
  const canRepeat = repeat === '' || repeatOf(repeat) !== undefined;
  const canSave = text.trim() !== '' && isWallTime(`${day}T${clock}`) && canRepeat;
  const save = async (): Promise<void> => {
    const rule = repeatOf(repeat);
    const made = remind({
      about: { collection: about.kind === 'person' ? 'people' : 'groups', id: about.id },
      text,
      day,
      clock,
      zone: readerZone(),
      who,
      ...(rule === undefined ? {} : { repeat: rule }),
    });
    if ((await run(create(made, ...handover.comment()))) !== undefined) onClose();
  };
  return (
    <Dialog title={t`Remind me about ${name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={fieldLabel('reminder', 'text')}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <DayInput label={t`Day`} isToCome value={day} onChange={setDay} />
          <TextInput
            type="time"
            label={t`Time`}
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
          />
          <Select
            label={fieldLabel('reminder', 'repeat')}
            data={repeatChoices(day)}
            value={chosen}
            onChange={(next) => setChosen(next ?? '')}
          />
          {chosen === afterDone && (
            <NumberInput
              label={t`Days after it was done`}
              min={1}
              max={999}
              allowDecimal={false}
              value={afterDays}
              onChange={setAfterDays}
            />
          )}
          <MemberSelect label={fieldLabel('reminder', 'who')} who={who} onChange={setWho} />
          {handover.field}
        </Stack>
        <FormButtons submit={t`Save`} isDisabled={!canSave} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

const weekDays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** What people choose from, as the day that is chosen lies in its week and month. */
function repeatChoices(day: string): { value: string; label: string }[] {
  const at = new Date(`${day}T12:00:00`);
  const code = weekDays[at.getDay()];
  const nth = Math.ceil(at.getDate() / 7);
  const rules = [
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    ...(code === undefined ? ['FREQ=WEEKLY'] : [`FREQ=WEEKLY;BYDAY=${code}`]),
    'FREQ=WEEKLY;INTERVAL=2',
    'FREQ=MONTHLY',
    ...(code === undefined ? [] : [`FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${code}`]),
    'FREQ=MONTHLY;INTERVAL=3',
    'FREQ=YEARLY',
  ];
  return [
    { value: '', label: t`Once` },
    ...rules.map((value) => ({ value, label: repeatSaid(value) })),
    { value: afterDone, label: t`Some days after it was done` },
  ];
}
