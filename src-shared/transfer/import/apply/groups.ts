// The organisations and buckets that rows name: those of the book, of this import, or
// made now.

import type { RecordDoc, RecordId } from '../../../domain/record.ts';
import { makeRecord } from '../../../records/content.ts';
import { withScope } from '../../../records/scope.ts';
import type { ApplyWork } from './work.ts';
import { bucketNeeds, groupKey, type GroupNeed } from '../match/book-excerpt.ts';
import { type Incoming, type IncomingRole, organisationName } from '../entry/incoming.ts';

/** Of those that rows need. */
export const groupsOf = (incoming: Incoming): GroupNeed[] => [
  ...(incoming.kind === 'organisation'
    ? [{ kind: incoming.kind, name: organisationName(incoming) }]
    : []),
  ...incoming.roles.map(organisationOf),
  ...bucketNeeds(incoming),
];

export const organisationOf = ({ organisation, organisationId }: IncomingRole): GroupNeed => ({
  kind: 'organisation',
  name: organisation,
  ...(organisationId === undefined ? {} : { id: organisationId }),
});

/** `scope`: of the person who is to be in them. */
export function bucketItems(
  state: ApplyWork,
  incoming: Incoming,
  scope: RecordDoc['scope'],
): { value: string }[] {
  return incoming.buckets.map(({ name, id }) => ({
    value: groupId(state, { kind: 'bucket', name, ...(id === undefined ? {} : { id }) }, scope),
  }));
}

export function groupId(state: ApplyWork, need: GroupNeed, scope: 'team' | 'private'): string {
  const { groupIds } = state;
  const key = groupKey(need);
  const found = groupIds.get(`id:${need.id ?? ''}`) ?? groupIds.get(key);
  const known = found === undefined || mayName(state, need, found, scope) ? found : undefined;
  if (known !== undefined) {
    if (scope === 'team' && state.privateGroups.delete(known)) shareMade(state, known);
    return known;
  }
  const isFree =
    need.id !== undefined && isRecordId(need.id) && !state.tx.get('groups', [need.id]).has(need.id);
  const doc = makeRecord(
    {
      kind: need.kind,
      scope,
      fields: { name: need.name },
      ...(isFree ? { id: need.id as RecordId } : {}),
    },
    state.context,
  );
  state.made.groups.push(doc);
  if (need.kind === 'organisation') state.report.organisations += 1;
  if (scope === 'private') state.privateGroups.add(doc.id);
  groupIds.set(key, doc.id);
  groupIds.set(`id:${doc.id}`, doc.id);
  return doc.id;
}

/**
 * Somebody shared does not come into a private bucket: one of that name is made for everybody.
 * A role at a private organisation is private itself.
 */
function mayName(
  { tx, privateGroups }: ApplyWork,
  { kind }: GroupNeed,
  id: string,
  scope: RecordDoc['scope'],
): boolean {
  if (kind !== 'bucket' || scope === 'private' || privateGroups.has(id)) return true;
  return tx.get('groups', [id]).get(id)?.scope !== 'private';
}

/** A private row named it first; now a row for everybody does. So far it has only its name. */
function shareMade({ made, tx, context }: ApplyWork, id: string): void {
  const at = made.groups.findIndex((doc) => doc.id === id);
  const doc = made.groups[at] ?? tx.get('groups', [id]).get(id);
  if (doc === undefined) return;
  const shared = withScope(doc, 'team', context);
  if (at === -1) tx.put('groups', [shared]);
  else made.groups[at] = shared;
}

export const isRecordId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id);
