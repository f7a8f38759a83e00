// The roles of a person: at which organisation, as what, since when, and what they
// expect of us. A role ends; it is not overwritten.

import {
  ActionIcon,
  Anchor,
  Autocomplete,
  Button,
  Collapse,
  Group,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { groupPath } from '../../../ui/router.ts';
import { showFailure, useCommand } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { isClosing } from '../../../data/closing-books.ts';
import { useBook } from '../../../data/host-context.tsx';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { Provenance } from '../../../ui/provenance.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextEdit } from '../../../ui/text-edit.tsx';
import { useMergedIds } from '../../../data/use-merged.ts';
import { useOrganisations } from './use-organisations.ts';
import { currentFirst, textOf } from '../list/use-role-lines.ts';

export function Roles({ person }: { person: RecordDoc }) {
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const ties = useRecords('ties', { selector: { keys: { $in: ids }, status: 'live' } });
  const roles = (ties ?? [])
    .filter((tie) => tie.fields['type'] === 'role' && ids.includes(textOf(tie, 'from')))
    .sort(currentFirst);
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title="Roles"
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          Add role
        </Button>
      }
    >
      {roles.length === 0 && !isAdding && (
        <Text size="sm" className="dim">
          Where they work, what they belong to. One person can have several roles at once.
        </Text>
      )}
      <Stack gap="xs">
        {roles.map((role) => (
          <Role key={role.id} role={role} group={groups.get(textOf(role, 'to'))} />
        ))}
        {isAdding && <AddRole person={person} onDone={() => setAdding(false)} />}
      </Stack>
    </Section>
  );
}

const detailFields = [
  ['title', 'Title'],
  ['department', 'Department'],
  ['start', 'From'],
  ['until', 'Until'],
  ['expects', 'What they expect of us'],
  ['stance', 'Stance'],
] as const;

function Role({ role, group }: { role: RecordDoc; group: RecordDoc | undefined }) {
  const run = useCommand();
  const [isOpen, setOpen] = useState(false);
  const ref = { collection: 'ties' as const, id: role.id };
  const save = (field: string) => async (value: string) =>
    (await run({
      type: 'edit',
      changes: [{ type: 'field', ref, field, value: value === '' ? null : value }],
    })) !== undefined;
  const years = [textOf(role, 'start'), textOf(role, 'until')];
  const dates = years.every((year) => year === '')
    ? ''
    : ` · ${years[0] || '…'} – ${years[1] || 'now'}`;
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" style={{ flex: 1, minWidth: 0 }} className="cell" dir="auto">
          {textOf(role, 'title') || 'Role'}
          {group !== undefined && (
            <>
              {' at '}
              <Anchor href={`#${groupPath(group.id)}`}>{group.name}</Anchor>
            </>
          )}
          <span className="dim">{dates}</span>
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Edit'}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Remove role ${role.name}`}
          onClick={() => void run({ type: 'trash', refs: [ref] })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      <Collapse expanded={isOpen}>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} mt={6}>
          {detailFields.map(([field, label]) => (
            <Provenance key={field} doc={role} what={field}>
              <div>
                <TextEdit
                  label={label}
                  size="xs"
                  value={textOf(role, field)}
                  onSave={save(field)}
                  {...(field === 'start' || field === 'until' ? { placeholder: 'YYYY-MM-DD' } : {})}
                />
              </div>
            </Provenance>
          ))}
        </SimpleGrid>
      </Collapse>
    </div>
  );
}

function AddRole({ person, onDone }: { person: RecordDoc; onDone: () => void }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const book = useBook();
  const { names, find } = useOrganisations(name);
  const add = async (): Promise<void> => {
    if (isClosing(book) && name.trim() !== '')
      return showFailure(errorWords({ code: 'store-closed' }));
    const known = await find(name);
    const to = known ?? uuidv7();
    const records: unknown[] = [
      {
        kind: 'tie',
        fields: {
          type: 'role',
          from: person.id,
          title: title.trim(),
          ...(name.trim() === '' ? {} : { to }),
        },
      },
    ];
    if (known === undefined && name.trim() !== '')
      records.push({ id: to, kind: 'organisation', fields: { name: name.trim() } });
    if ((await run({ type: 'create', records } as Command)) !== undefined) onDone();
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
          label="Organisation"
          size="sm"
          data={names}
          value={name}
          onChange={setName}
          autoFocus
          style={{ flex: 1 }}
        />
        <Autocomplete
          label="Title"
          size="sm"
          data={[]}
          value={title}
          onChange={setTitle}
          style={{ flex: 1 }}
        />
        <Button size="sm" type="submit">
          Add
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
