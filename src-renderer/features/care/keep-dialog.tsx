// Why somebody is kept although nothing happens with them, and until when.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';

import { keepReasons } from '../../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { keepPerson, type KeepReason } from '../../../src-shared/records/intents/care.ts';
import { say } from '../../../src-shared/words/say.ts';
import { useCommand } from '../../data/use-command.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';

export function KeepDialog({ doc, onClose }: { doc: RecordDoc; onClose: () => void }) {
  const run = useCommand();
  const [reason, setReason] = useState<KeepReason>('contract');
  const [until, setUntil] = useState('');
  const name = nameOrNone(doc);
  const save = async (): Promise<void> => {
    if ((await run(keepPerson(doc.id, reason, until))) !== undefined) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Keep ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Select
            label={t`Reason`}
            allowDeselect={false}
            data={keepReasons.map((value) => ({
              value,
              label: say(`field.person.keepFor.${value}`),
            }))}
            value={reason}
            onChange={(next) => next !== null && setReason(next)}
            data-autofocus
          />
          <DayInput label={t`Until (if it ends)`} value={until} onChange={setUntil} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit">
              <Trans>Keep</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
