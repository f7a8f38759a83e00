// What can be done with everybody who is ticked; each is one step that can be undone.

import { Button, Group, Menu, Paper, Popover, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Change } from '../../../src-shared/records/command.ts';
import { go } from '../../app/router.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useRecords } from '../../data/use-records.ts';
import { rememberSelection } from '../../data/handed-selection.ts';
import { useTeamNet } from '../../data/team-net.tsx';
import type { Selection } from './use-selection.ts';

export function BulkActions({ selection }: { selection: Selection }) {
  const run = useCommand();
  const ids = [...selection.ids];
  const isInTeam = useTeamNet().config !== undefined;
  const buckets = useRecords(
    'groups',
    ids.length === 0
      ? undefined
      : { selector: { kind: 'bucket', status: 'live' }, sort: [{ sortKey: 'asc' }], limit: 100 },
  );
  if (ids.length === 0) return null;
  const putAll = async (set: string, value: string): Promise<void> => {
    const changes = ids.map((id): Change => ({
      type: 'set-put',
      ref: { collection: 'people', id },
      set,
      item: { value },
    }));
    await run({ type: 'edit', changes });
  };
  const trash = async (): Promise<void> => {
    const done = await run({
      type: 'trash',
      refs: ids.map((id) => ({ collection: 'people', id })),
    });
    if (done !== undefined) selection.clear();
  };
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {ids.length} selected
        </Text>
        {isInTeam && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void run({ type: 'share', people: ids })}
          >
            Share with the team
          </Button>
        )}
        <TagForm onTag={(tag) => void putAll('tags', tag)} />
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default">
              Add to bucket
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(buckets ?? []).map((bucket) => (
              <Menu.Item key={bucket.id} onClick={() => void putAll('buckets', bucket.id)}>
                {bucket.name}
              </Menu.Item>
            ))}
            {buckets?.length === 0 && (
              <Menu.Item component="a" href="#/groups">
                Make a bucket first
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            rememberSelection(ids);
            go('/transfer');
          }}
        >
          Export these
        </Button>
        <Button size="xs" variant="default" color="red" onClick={() => void trash()}>
          Move to trash
        </Button>
        <Button size="xs" variant="subtle" onClick={selection.clear}>
          Clear selection
        </Button>
      </Group>
    </Paper>
  );
}

function TagForm({ onTag }: { onTag: (tag: string) => void }) {
  const [tag, setTag] = useState('');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          Add tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (tag.trim() === '') return;
            onTag(tag.trim());
            setTag('');
            setOpen(false);
          }}
        >
          <TextInput
            label="Tag"
            description="Press Enter to add it to everybody selected"
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
