// The people of a group. A hundred thousand stay a window onto a list.

import { t } from '@lingui/core/macro';
import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { smartConditions } from '../../../src-shared/query/smart.ts';
import { emailColumn, faceColumn } from '../../kinds/columns.tsx';
import { openInList } from '../../ui/list-walk.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Section } from '../../ui/section.tsx';
import { type GridColumn, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { AddMember } from './add-member.tsx';
import { type Member, useMembers, useMembership } from './use-members.ts';

const rowHeight = 44;

export function GroupMembers({ doc: group }: { doc: RecordDoc }) {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const { count, row } = useMembers(group, range);
  const { remove } = useMembership(group);
  const isSmart = smartConditions(group) !== undefined;
  return (
    <Section title={count === undefined ? t`People` : t`People (${count})`}>
      {!isSmart && <AddMember group={group} />}
      {count === 0 ? (
        <Text size="sm" className="dim" mt="sm">
          {isSmart
            ? t`Nobody fits what this bucket asks for.`
            : group.kind === 'bucket'
              ? t`Nobody is in this bucket yet.`
              : t`Nobody has a role here yet.`}
        </Text>
      ) : (
        <div
          style={{
            height: Math.max(124, Math.min(560, 40 + (count ?? 0) * rowHeight)),
            display: 'flex',
            marginTop: 12,
          }}
        >
          <VirtualGrid<Member>
            label={t`People of this group`}
            columns={columnsOf(isSmart ? undefined : remove)}
            count={count ?? 0}
            rowHeight={rowHeight}
            row={row}
            onRange={onRange}
            onOpen={({ person }, at) =>
              openInList(person.id, at, {
                list: isSmart
                  ? { by: 'view', view: viewOfGroup(group) }
                  : { by: group.kind === 'bucket' ? 'bucket' : 'members', of: group.id },
                of: t`People of this group`,
                pages: '/people',
                name: nameOrNone(group),
              })
            }
          />
        </div>
      )}
    </Section>
  );
}

/** A column of people as one of members. */
const ofPerson = ({ cell, edit: _edit, ...column }: GridColumn<RecordDoc>): GridColumn<Member> => ({
  ...column,
  cell: ({ person }, index) => cell(person, index),
});

const columnsOf = (remove: ((member: Member) => void) | undefined): GridColumn<Member>[] => [
  ...tellingColumns(),
  ...(remove === undefined ? [] : [removeColumn(remove)]),
];

const tellingColumns = (): GridColumn<Member>[] => [
  { ...ofPerson(faceColumn()), width: 'minmax(140px, 2fr)' },
  {
    name: t`Role`,
    width: 'minmax(80px, 1.4fr)',
    cell: ({ role }) => <span className="dim">{role?.name ?? ''}</span>,
  },
  { ...ofPerson(emailColumn()), width: 'minmax(100px, 2fr)' },
];

const removeColumn = (remove: (member: Member) => void): GridColumn<Member> => ({
  name: t`Remove`,
  width: '44px',
  head: <span className="visually-hidden">{t`Remove`}</span>,
  cell: (member) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t`Take ${member.person.name} out`}
      onClick={(event) => {
        event.stopPropagation();
        remove(member);
      }}
    >
      <IconX size={15} />
    </ActionIcon>
  ),
});
