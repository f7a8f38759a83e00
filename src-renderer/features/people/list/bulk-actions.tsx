// What can be done with everybody who is ticked; each is one step that can be undone.

import { Button, Group, Loader, Menu, Paper, Popover, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Change } from '../../../../src-shared/records/command.ts';
import { go } from '../../../ui/router.ts';
import { type RunCommand, useCommand } from '../../../data/use-command.tsx';
import { useRecords } from '../../../data/use-records.ts';
import { rememberSelection } from '../../../data/handed-selection.ts';
import { useTeamNet } from '../../../data/team-net.tsx';
import { useDates } from '../../../ui/when.tsx';
import type { Selection } from './use-selection.ts';

export function BulkActions({ selection }: { selection: Selection }) {
  const { isBusy, run } = useLongCommand(selection.ids.size);
  const { count: countText } = useDates();
  const ids = [...selection.ids];
  const isInTeam = useTeamNet().config !== undefined;
  const buckets = useRecords(
    'groups',
    ids.length === 0
      ? undefined
      : { selector: { kind: 'bucket', status: 'live' }, sort: [{ sortKey: 'asc' }], limit: 100 },
  );
  if (ids.length === 0) return null;
  const refs = ids.map((id) => ({ collection: 'people' as const, id }));
  const putAll = (set: string, value: string): void =>
    void run({
      type: 'edit',
      changes: refs.map((ref): Change => ({ type: 'set-put', ref, set, item: { value } })),
    });
  const trash = async (): Promise<void> => {
    if ((await run({ type: 'trash', refs })) !== undefined) selection.clear();
  };
  if (isBusy)
    return (
      <Paper withBorder px="md" py={8}>
        <Group gap="sm" mih={30}>
          <Loader size="xs" aria-hidden />
          <Text size="sm">
            Working on {countText(ids.length)} people. The more there are, the longer it takes; you
            can look around meanwhile.
          </Text>
        </Group>
      </Paper>
    );
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {countText(ids.length)} selected
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
        <TagForm onTag={(tag) => putAll('tags', tag)} />
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default">
              Add to bucket
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(buckets ?? []).map((bucket) => (
              <Menu.Item key={bucket.id} onClick={() => putAll('buckets', bucket.id)}>
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

/** How many are worth a word before they are done. */
const many = 500;

/** `isBusy` only where somebody would wonder what is going on. */
function useLongCommand(people: number): { isBusy: boolean; run: RunCommand } {
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    run: async (command) => {
      setBusy(people >= many);
      const done = await run(command);
      setBusy(false);
      return done;
    },
  };
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
