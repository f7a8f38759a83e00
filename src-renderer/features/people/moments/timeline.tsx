// What happened with a person, newest first, and a place to write down what just did.

import { ActionIcon, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { kindLabel } from '../../../kinds/kinds.ts';
import { personPath } from '../../../kinds/person.tsx';
import { useCommand } from '../../../data/use-command.tsx';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { AfterPaint } from '../../../ui/after-paint.tsx';
import { Section } from '../../../ui/section.tsx';
import { WhenText } from '../../../ui/when.tsx';
import { LogMoment } from './log-moment.tsx';
import { MomentEditor } from './moment-editor.tsx';
import type { Named } from './people-picker.tsx';
import { useMergedIds } from '../../../data/use-merged.ts';

const pageSize = 50;

export function Timeline({ doc: person }: { doc: RecordDoc }) {
  const [limit, setLimit] = useState(pageSize);
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const moments = useRecords('moments', {
    selector: { keys: { $in: ids }, status: 'live' },
    sort: [{ at: 'desc' }, { id: 'desc' }],
    limit,
  });
  const people = useRecordsById('people', (moments ?? []).flatMap(peopleOf));
  const othersOf = (moment: RecordDoc): RecordDoc[] =>
    peopleOf(moment).flatMap((id) => (ids.includes(id) ? [] : (people.get(id) ?? [])));
  return (
    <Section title="Timeline">
      <AfterPaint height={180}>
        <LogMoment personId={person.id} />
      </AfterPaint>
      {moments?.length === 0 && (
        <Text size="sm" className="dim" mt="sm">
          Nothing yet. Write down a call, a meeting or a thought; it is found again by search.
        </Text>
      )}
      <Stack gap="sm" mt="md" component="ol" p={0} style={{ listStyle: 'none' }}>
        {(moments ?? []).map((moment) => (
          <Moment
            key={moment.id}
            moment={moment}
            people={peopleOf(moment).map((id) => ({ id, name: people.get(id)?.name ?? '' }))}
            others={othersOf(moment)}
          />
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

function peopleOf(moment: RecordDoc): string[] {
  const people = moment.fields['people'];
  return Array.isArray(people) ? people.filter((id) => typeof id === 'string') : [];
}

type MomentProps = {
  moment: RecordDoc;
  people: readonly Named[];
  /** Those among them whose page this is not. */
  others: readonly RecordDoc[];
};

function Moment({ moment, people, others }: MomentProps) {
  const run = useCommand();
  const [isEditing, setEditing] = useState(false);
  const title = moment.fields['title'];
  const kind = kindLabel(moment);
  const source = moment.fields['source'];
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="start">
        <Badge variant="light" tt="none" w={78} style={{ flexShrink: 0 }}>
          {kind}
        </Badge>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="xs" className="dim">
            <WhenText at={moment.at} /> · {moment.origin.by}
            {others.length > 0 && ' · with '}
            {others.map((other, at) => (
              <Fragment key={other.id}>
                {at > 0 && ', '}
                <Anchor href={`#${personPath(other.id)}`} inherit dir="auto">
                  {other.name || 'No name'}
                </Anchor>
              </Fragment>
            ))}
          </Text>
          {typeof title === 'string' && title !== '' && (
            <Text size="sm" fw={600} dir="auto">
              {title}
            </Text>
          )}
          {typeof source === 'string' && /^https?:/.test(source) && (
            <Anchor href={source} target="_blank" rel="noopener noreferrer" size="xs">
              {new URL(source).hostname}
            </Anchor>
          )}
          {isEditing ? (
            <MomentEditor moment={moment} people={people} onClose={() => setEditing(false)} />
          ) : (
            <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {moment.note}
            </Text>
          )}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Edit this ${kind.toLowerCase()}`}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          <IconPencil size={14} />
        </ActionIcon>
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
