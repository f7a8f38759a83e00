// The people of a group, read page by page: of a bucket those who carry it, or whom it asks
// for, of an organisation or community those who have a role there.

import { useMemo } from 'react';

import type { RecordDoc, RecordId } from '../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { smartConditions } from '../../../src-shared/query/smart.ts';
import { joinGroup, leaveBucket } from '../../../src-shared/records/intents/people.ts';
import { refOf } from '../../data/ref-of.ts';
import { textOf } from '../../data/text-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { peopleOfBucket } from '../../data/queries/people.ts';
import { membersOf } from '../../data/queries/ties.ts';
import { usePages } from '../../data/use-pages.ts';
import { useViewPages } from '../../data/use-view.ts';
import { useRecordsById } from '../../data/use-records.ts';

/** Nobody belongs to it. */
const noGroup = 'none';

export type Member = { person: RecordDoc; role: RecordDoc | undefined };
type Members = {
  /** Undefined while loading. */
  count: number | undefined;
  row: (index: number) => Member | undefined;
};

export function useMembers(group: RecordDoc, range: { first: number; last: number }): Members {
  const isBucket = group.kind === 'bucket';
  const isSmart = smartConditions(group) !== undefined;
  const byHand = isBucket && !isSmart ? group.id : noGroup;
  const carriers = usePages(peopleOfBucket(byHand), range.first, range.last);
  const asked = useViewPages(
    viewOfGroup(isSmart ? group : { ...group, id: noGroup as RecordId }),
    range.first,
    range.last,
  );
  const people = isSmart ? asked : carriers;
  const ties = usePages(membersOf(isBucket ? noGroup : group.id), range.first, range.last);
  const roles: RecordDoc[] = [];
  for (let at = range.first; !isBucket && at <= range.last; at++) {
    const role = ties.row(at);
    if (role !== undefined) roles.push(role);
  }
  const byId = useRecordsById(
    'people',
    roles.map((role) => textOf(role, 'from')),
  );
  return useMemo(
    () => ({
      count: isBucket ? people.count : ties.count,
      row: (index: number): Member | undefined => {
        const role = isBucket ? undefined : ties.row(index);
        const person = isBucket
          ? people.row(index)
          : byId.get(role === undefined ? '' : textOf(role, 'from'));
        return person === undefined ? undefined : { person, role };
      },
    }),
    [isBucket, people, ties, byId],
  );
}

/** How people join and leave a group. */
export function useMembership(group: RecordDoc) {
  const run = useCommand();
  return {
    add: (id: string) => run(joinGroup(id, group)),
    remove: ({ person, role }: Member): void => {
      if (role !== undefined) return void run({ type: 'trash', refs: [refOf(role)] });
      const leave = leaveBucket(person, group.id);
      if (leave !== undefined) void run(leave);
    },
  };
}
