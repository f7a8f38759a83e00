// What can be done with everybody of a group, at the top of its page and in the palette.

import { msg } from '@lingui/core/macro';
import { Group } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { askToLogForAll, askToStartRound } from '../../data/asked.ts';
import { handOver } from '../../data/chosen-people.ts';
import { peopleOfGroupPath } from '../../kinds/group.tsx';
import { notSpokenTo } from '../../lists/usual-conditions.ts';
import { type Action, ActionButtons, useActions } from '../../ui/actions.tsx';
import { go } from '../../ui/router.ts';
import { WriteToAll } from './write-to-all.tsx';

type Context = { group: RecordDoc; write: () => void };

export const groupActions: readonly Action<Context>[] = [
  { id: 'group.write', label: msg`Write to all`, run: ({ write }) => write() },
  {
    id: 'group.write-each',
    label: msg`Write to each`,
    run: ({ group }) => {
      handOver({ by: 'view', view: viewOfGroup(group), text: '', without: [] });
      go('/drafts?new=1');
    },
  },
  {
    id: 'group.log',
    label: msg`Log for all`,
    run: ({ group }) =>
      askToLogForAll({ by: 'view', view: viewOfGroup(group), text: '', without: [] }),
  },
  {
    id: 'group.round',
    label: msg`Start a round`,
    run: ({ group }) =>
      askToStartRound({
        view: viewOfGroup(group),
        name: group.name,
        group: group.id,
        isPrivate: group.scope === 'private',
      }),
  },
  {
    id: 'group.export',
    label: msg`Export these people`,
    run: ({ group }) => {
      handOver({ by: 'view', view: viewOfGroup(group), text: '', without: [] });
      go('/transfer?tab=out');
    },
  },
  {
    id: 'group.quiet',
    label: msg`Not spoken to in 90 days`,
    run: ({ group }) => go(peopleOfGroupPath(group, notSpokenTo)),
  },
  {
    id: 'group.list',
    label: msg`Open as a list`,
    isQuiet: true,
    run: ({ group }) => go(peopleOfGroupPath(group)),
  },
];

export function GroupVerbs({ group }: { group: RecordDoc }) {
  const [isWriting, setWriting] = useState(false);
  const context: Context = { group, write: () => setWriting(true) };
  useActions(groupActions, context);
  return (
    <>
      <Group gap="xs" role="toolbar" data-screen>
        <ActionButtons actions={groupActions} context={context} size="xs" />
      </Group>
      {isWriting && <WriteToAll group={group} onClose={() => setWriting(false)} />}
    </>
  );
}
