// The people of a group: of a bucket those who carry it, of an organisation those who
// have a role there. A hundred thousand stay a window onto a list.

import { ActionIcon, Autocomplete, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { SearchHit } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { go, personPath } from '../../ui/router.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useHost } from '../../data/host-context.tsx';
import { usePages } from '../../data/use-pages.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { Face } from '../../ui/face.tsx';
import { Section } from '../../ui/section.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';

type Member = { person: RecordDoc; role: RecordDoc | undefined };

export function GroupMembers({ group }: { group: RecordDoc }) {
  const run = useCommand();
  const isBucket = group.kind === 'bucket';
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { count, row } = useMembers(group, range);
  const remove = ({ person, role }: Member): void => {
    const item = (person.sets['buckets'] ?? []).find((one) => one.value === group.id);
    if (role !== undefined)
      void run({ type: 'trash', refs: [{ collection: 'ties', id: role.id }] });
    else if (item !== undefined)
      void run({
        type: 'edit',
        changes: [
          {
            type: 'set-remove',
            ref: { collection: 'people', id: person.id },
            set: 'buckets',
            itemId: item.id,
          },
        ],
      });
  };
  const columns = [
    {
      name: 'Name',
      width: 'minmax(140px, 2fr)',
      cell: ({ person }: Member) => (
        <Group gap={8} wrap="nowrap">
          <Face doc={person} size={26} />
          <span className="cell">{person.name}</span>
        </Group>
      ),
    },
    {
      name: 'Role',
      width: 'minmax(80px, 1.4fr)',
      cell: ({ role }: Member) => <span className="dim">{role?.name ?? ''}</span>,
    },
    {
      name: 'E-mail',
      width: 'minmax(100px, 2fr)',
      cell: ({ person }: Member) => person.sets['emails']?.[0]?.value ?? '',
    },
    {
      name: 'Remove',
      width: '60px',
      cell: (member: Member) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take ${member.person.name} out`}
          onClick={(event) => {
            event.stopPropagation();
            remove(member);
          }}
        >
          <IconX size={15} />
        </ActionIcon>
      ),
    },
  ];
  return (
    <div style={{ minWidth: 0 }}>
      <Section title={`People${count === undefined ? '' : ` (${count})`}`}>
        <AddMember group={group} />
        {count === 0 ? (
          <Text size="sm" className="dim" mt="sm">
            {isBucket ? 'Nobody is in this bucket yet.' : 'Nobody has a role here yet.'}
          </Text>
        ) : (
          <div
            style={{
              height: Math.max(124, Math.min(560, 40 + (count ?? 0) * 44)),
              display: 'flex',
              marginTop: 12,
            }}
          >
            <VirtualGrid<Member>
              label="People of this group"
              columns={columns}
              count={count ?? 0}
              rowHeight={44}
              row={row}
              onRange={onRange}
              onOpen={({ person }) => go(personPath(person.id))}
            />
          </div>
        )}
      </Section>
    </div>
  );
}

function useMembers(group: RecordDoc, range: { first: number; last: number }) {
  const isBucket = group.kind === 'bucket';
  const status = 'live' as const;
  const people = usePages(
    'people',
    {
      selector: { status, keys: isBucket ? group.id : 'none' },
      sort: [{ status: 'asc' }, { sortKey: 'asc' }, { id: 'asc' }],
    },
    range.first,
    range.last,
  );
  const ties = usePages(
    'ties',
    {
      selector: { status, keys: isBucket ? 'none' : group.id },
      sort: [{ updatedAt: 'desc' }, { id: 'asc' }],
    },
    range.first,
    range.last,
  );
  const roles: RecordDoc[] = [];
  for (let at = range.first; !isBucket && at <= range.last; at++) {
    const role = ties.row(at);
    if (role !== undefined) roles.push(role);
  }
  const byId = useRecordsById(
    'people',
    roles.map((role) => String(role.fields['from'] as string)),
  );
  return useMemo(
    () => ({
      count: isBucket ? people.count : ties.count,
      row: (index: number): Member | undefined => {
        const role = isBucket ? undefined : ties.row(index);
        const person = isBucket
          ? people.row(index)
          : byId.get(String(role?.fields['from'] as string));
        return person === undefined ? undefined : { person, role };
      },
    }),
    [isBucket, people, ties, byId],
  );
}

function AddMember({ group }: { group: RecordDoc }) {
  const run = useCommand();
  const { host } = useHost();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<SearchHit[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === '') return undefined;
    void host.request('search.run', { text, collections: ['people'], limit: 10 }).then((found) => {
      if (isCurrent && found.ok) setHits(found.value.hits);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text]);
  const add = async (id: string): Promise<void> => {
    const ref = { collection: 'people' as const, id };
    if (group.kind === 'bucket')
      await run({
        type: 'edit',
        changes: [{ type: 'set-put', ref, set: 'buckets', item: { value: group.id } }],
      });
    else
      await run({
        type: 'create',
        records: [{ kind: 'tie', fields: { type: 'role', from: id, to: group.id } }],
      });
    setText('');
  };
  return (
    <Autocomplete
      label="Add a person"
      placeholder="Type a name"
      value={text}
      onChange={setText}
      data={hits.map((hit) => ({ value: hit.id, label: hit.name }))}
      filter={({ options }) => options}
      onOptionSubmit={(id) => void add(id)}
    />
  );
}
