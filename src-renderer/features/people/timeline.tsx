// What happened with a person, newest first, and a place to write down what just did.

import {
  ActionIcon,
  Badge,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useRecords } from '../../data/use-records.ts';
import { Section } from '../../ui/section.tsx';
import { WhenText } from '../../ui/when.tsx';

const kinds = [
  { value: 'note', label: 'Note' },
  { value: 'call', label: 'Call' },
  { value: 'meeting', label: 'Meeting' },
  { value: 'message', label: 'Message' },
];
const pageSize = 50;

export function Timeline({ person }: { person: RecordDoc }) {
  const [limit, setLimit] = useState(pageSize);
  const moments = useRecords('moments', {
    selector: { keys: person.id, status: 'live' },
    sort: [{ at: 'desc' }, { id: 'desc' }],
    limit,
  });
  return (
    <Section title="Timeline">
      <LogMoment person={person} />
      {moments?.length === 0 && (
        <Text size="sm" className="dim" mt="sm">
          Nothing yet. Write down a call, a meeting or a thought; it is found again by search.
        </Text>
      )}
      <Stack gap="sm" mt="md" component="ol" p={0} style={{ listStyle: 'none' }}>
        {(moments ?? []).map((moment) => (
          <Moment key={moment.id} moment={moment} />
        ))}
      </Stack>
      {moments?.length === limit && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(limit + pageSize)}>
          Show older
        </Button>
      )}
    </Section>
  );
}

function Moment({ moment }: { moment: RecordDoc }) {
  const run = useCommand();
  const title = moment.fields['title'];
  const kind = kinds.find((one) => one.value === moment.kind)?.label ?? moment.kind;
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="start">
        <Badge variant="light" tt="none" w={78} style={{ flexShrink: 0 }}>
          {kind}
        </Badge>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="xs" className="dim">
            <WhenText at={moment.at} /> · {moment.origin.by}
          </Text>
          {typeof title === 'string' && title !== '' && (
            <Text size="sm" fw={600} dir="auto">
              {title}
            </Text>
          )}
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {moment.note}
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Move this ${kind.toLowerCase()} to the trash`}
          onClick={() =>
            void run({ type: 'trash', refs: [{ collection: 'moments', id: moment.id }] })
          }
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </li>
  );
}

function LogMoment({ person }: { person: RecordDoc }) {
  const run = useCommand();
  const [kind, setKind] = useState('note');
  const [text, setText] = useState('');
  const [day, setDay] = useState(today());
  const log = async (): Promise<void> => {
    const when = day === today() ? Date.now() : Date.parse(`${day}T12:00:00`);
    const fields = { when: Number.isNaN(when) ? Date.now() : when, people: [person.id] };
    const done = await run({ type: 'create', records: [{ kind, fields, note: text.trim() }] });
    if (done === undefined) return;
    setText('');
    setDay(today());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void log();
      }}
    >
      <Stack gap={6}>
        <Textarea
          label="What happened"
          autosize
          minRows={2}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs" justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label="Kind"
            data={kinds}
            value={kind}
            onChange={setKind}
          />
          <Group gap="xs">
            <TextInput
              size="xs"
              type="date"
              aria-label="Day"
              value={day}
              max="9999-12-31"
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" disabled={text.trim() === ''}>
              Log
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
