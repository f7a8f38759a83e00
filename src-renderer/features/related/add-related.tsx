// A new record that names the one whose page this is: its kind and what it is called; the
// rest is filled in where it then stands.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { useCommand } from '../../data/use-command.tsx';
import { labelOf } from '../../kinds/kinds.ts';
import { newRelated } from './related-kinds.ts';

export function AddRelated({ owner, naming }: { owner: RecordDoc; naming: readonly Kind[] }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(naming[0]?.kind ?? '');
  const kind = naming.find((one) => one.kind === chosen) ?? naming[0];
  const add = async (): Promise<void> => {
    if (kind === undefined || name.trim() === '') return;
    const made = create(newRelated(kind, owner, name.trim()));
    if ((await run(made)) !== undefined) setName('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Group gap="xs" align="end">
        {naming.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t`Kind`}
            data={naming.map(({ kind: value }) => ({ value, label: labelOf(value) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <TextInput
          size="xs"
          flex={1}
          label={labelOf(chosen)}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={name.trim() === ''}>
          <Trans>Add</Trans>
        </Button>
      </Group>
    </form>
  );
}
