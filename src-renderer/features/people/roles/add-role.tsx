// Adds a role to a person, at an organisation that is known or is made by it.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Autocomplete, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { create } from '../../../../src-shared/records/intents/edits.ts';
import { addRole } from '../../../../src-shared/records/intents/people.ts';
import { showFailure, useCommand } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useOrganisations } from './use-organisations.ts';

export function AddRole({ person, onDone }: { person: RecordDoc; onDone: () => void }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const { names, find } = useOrganisations(name);
  const add = async (): Promise<void> => {
    const known = await find(name);
    if (!known.ok) return showFailure(errorWords(known.error));
    const role = { company: name, title, known: known.value, newId: uuidv7() };
    if ((await run(create(...addRole(person.id, role)))) !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' || title.trim() !== '') void add();
      }}
    >
      <Group align="end" gap="xs">
        <Autocomplete
          label={t`Organisation`}
          size="sm"
          data={names}
          value={name}
          onChange={setName}
          autoFocus
          style={{ flex: 1 }}
        />
        <Autocomplete
          label={t`Title`}
          size="sm"
          data={[]}
          value={title}
          onChange={setTitle}
          style={{ flex: 1 }}
        />
        <Button size="sm" type="submit">
          <Trans>Add</Trans>
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  );
}
