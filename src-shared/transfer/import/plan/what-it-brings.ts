// What a row would change in a person of the book, for people to look at.

import type { RecordDoc } from '../../../domain/record.ts';
import type { PlannedRow } from '../../import-types.ts';
import { groupKey, type KnownPeople } from '../match/book-excerpt.ts';
import { differenceOf, plain } from '../match/diff.ts';
import type { Incoming } from '../entry/incoming.ts';
import { planRoles, type RoleStep } from '../entry/roles.ts';

/** None means that nothing is new. */
export function whatItBrings(
  incoming: Incoming,
  id: string,
  knownPeople: KnownPeople,
  exact: boolean,
  buckets: Map<string, string>,
): PlannedRow['changes'] {
  const doc = knownPeople.docs.get(id);
  if (doc === undefined) return [];
  const { shown } = differenceOf(incoming, doc, exact, bucketsOf(doc, buckets));
  for (const step of planRoles(incoming.roles, knownPeople.rolesById.get(id) ?? [], exact)) {
    if (step.type === 'make')
      shown.push({
        field: 'roles',
        old: '',
        new: roleText(step.role.title, step.role.organisation),
      });
    else {
      if (Object.keys(step.fields).length > 0)
        shown.push({
          field: 'roles',
          old: step.organisation,
          new: roleText(Object.values(step.fields).join(', '), step.organisation),
        });
      shown.push(...ownShown(step));
    }
  }
  const inBuckets = new Set((doc.sets['buckets'] ?? []).map((item) => item.value));
  for (const bucket of incoming.buckets) {
    const known =
      buckets.get(`id:${bucket.id ?? ''}`) ??
      buckets.get(groupKey({ kind: 'bucket', name: bucket.name }));
    if (known === undefined || !inBuckets.has(known))
      shown.push({ field: 'buckets', old: '', new: bucket.name });
  }
  return shown;
}

/** Whether the person is in a bucket of a name, among the groups that were looked up. */
export const bucketsOf =
  ({ sets }: Pick<RecordDoc, 'sets'>, groups: ReadonlyMap<string, string>) =>
  (name: string): boolean => {
    const id = groups.get(groupKey({ kind: 'bucket', name }));
    return id !== undefined && (sets['buckets'] ?? []).some(({ value }) => value === id);
  };

function ownShown({ own, was }: Extract<RoleStep, { type: 'fill' }>): PlannedRow['changes'] {
  return [
    ...Object.entries(own.fields).map(([field, value]) => ({
      field,
      old: plain(was.fields[field]),
      new: plain(value),
    })),
    ...Object.entries(own.sets).flatMap(([field, items]) =>
      items.map(({ value }) => ({ field, old: '', new: plain(value) })),
    ),
  ];
}

const roleText = (title: string | undefined, organisation: string): string =>
  title === undefined || title === '' ? organisation : `${title}, ${organisation}`;
