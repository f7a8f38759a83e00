// A new organisation, bucket or community.

import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { go, groupPath } from '../../ui/router.ts';
import { useCommand } from '../../data/use-command.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';

export function AddGroup({ kind, onClose }: { kind: GroupKind; onClose: () => void }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const add = async (): Promise<void> => {
    const fields = { name: name.trim(), description: description.trim() };
    const done = await run({ type: 'create', records: [{ kind, fields }] });
    const [id] = done?.ids ?? [];
    if (id === undefined) return;
    onClose();
    go(groupPath(id));
  };
  return (
    <Modal opened onClose={onClose} title={`Add ${groupKinds[kind].one}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
