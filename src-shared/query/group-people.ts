// Who is in a group, as a condition that a list of people can ask: of a bucket those who carry
// it, of an organisation or community those with a role there now. And what these people's
// facts say of the group: the reference for what the host works out.

import type { RecordDoc } from '../domain/record.ts';
import type { GroupPeople } from './answers.ts';
import type { Facts } from './facts.ts';
import { isCurrentRole, type LinkSource } from './links.ts';
import type { View, ViewCondition } from './view.ts';

type Group = Pick<RecordDoc, 'id' | 'kind'>;

export const peopleOfGroup = ({ id, kind }: Group): ViewCondition =>
  kind === 'bucket'
    ? { field: 'bucket', op: 'hasAnyOf', arg: [id] }
    : { field: 'role.to', op: 'hasAnyOf', arg: [id] };

/** A list of them; `further`: only those for whom this holds, too. */
export const viewOfGroup = (group: Group, ...further: ViewCondition[]): View => ({
  of: 'people',
  conditions: { all: [peopleOfGroup(group), ...further] },
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'table',
});

/** `today`: YYYY-MM-DD where the reader is. */
export function groupPeopleOf(
  group: Group,
  source: LinkSource,
  factsOf: (person: string) => Facts,
  today: string,
): Omit<GroupPeople, 'first'> {
  const roles = source
    .byKey('ties', group.id)
    .filter((tie) => isCurrentRole(tie, today) && tie.fields['to'] === group.id)
    .map(({ fields: { from } }) =>
      typeof from === 'string' ? source.get('people', from) : undefined,
    );
  const carriers = source
    .byKey('people', group.id)
    .filter(({ sets }) => (sets['buckets'] ?? []).some(({ value }) => value === group.id));
  const people = new Set(
    [...roles, ...carriers].flatMap((doc) => (doc?.status === 'live' ? [doc.id as string] : [])),
  );
  const contacts = [...people].flatMap((id) => factsOf(id).lastContact?.at ?? []);
  return {
    count: people.size,
    ...(contacts.length === 0 ? {} : { lastContact: Math.max(...contacts) }),
  };
}
