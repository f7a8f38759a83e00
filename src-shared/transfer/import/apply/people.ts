// A person of the plan into the book: made, or what the row adds to one who is there.

import type { RecordDoc, RecordId } from '../../../domain/record.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { makeRecord } from '../../../records/content.ts';
import { putItem } from '../../../records/intents/edits.ts';
import { planChanges } from '../../../records/plan-changes.ts';
import { bucketItems, isRecordId } from './groups.ts';
import { fillRole, makeRole } from './roles.ts';
import { type ApplyWork, stampRow } from './work.ts';
import type { KnownPeople } from '../match/book-excerpt.ts';
import { differenceOf } from '../match/diff.ts';
import type { Incoming } from '../entry/incoming.ts';
import { matchOf, type PlanEntry } from '../plan/plan-entry.ts';
import { bucketsOf } from '../plan/what-it-brings.ts';
import { planRoles } from '../entry/roles.ts';

export function createPerson(
  state: ApplyWork,
  incoming: Incoming,
  takenIds: ReadonlyMap<string, RecordDoc>,
): void {
  stampRow(state, incoming.line);
  const isFree = incoming.id !== undefined && isRecordId(incoming.id) && !takenIds.has(incoming.id);
  const buckets = bucketItems(state, incoming, incoming.scope ?? 'team');
  const doc = makeRecord(
    {
      kind: 'person',
      fields: incoming.fields,
      sets: buckets.length === 0 ? incoming.sets : { ...incoming.sets, buckets },
      note: incoming.note,
      ...(isFree ? { id: incoming.id as RecordId } : {}),
      ...(incoming.scope === undefined ? {} : { scope: incoming.scope }),
    },
    state.context,
  );
  state.made.people.push(doc);
  for (const step of incoming.roles.length === 0
    ? []
    : planRoles(incoming.roles, [], state.exact)) {
    if (step.type === 'make') makeRole(state, doc.id, step.role, doc.scope);
  }
  state.report.created += 1;
  state.report.people += 1;
}

export function updatePerson(
  state: ApplyWork,
  entry: PlanEntry,
  incoming: Incoming,
  knownPeople: KnownPeople,
): Result<null> {
  const id = matchOf(entry)?.id ?? '';
  const doc = knownPeople.docs.get(id);
  if (doc === undefined) return fail('changed-since', { line: entry.line });
  stampRow(state, incoming.line);
  const { changes } = differenceOf(incoming, doc, state.exact, bucketsOf(doc, state.groupIds));
  const has = new Set((doc.sets['buckets'] ?? []).map((item) => item.value));
  for (const item of bucketItems(state, incoming, doc.scope)) {
    if (!has.has(item.value)) changes.push(putItem({ collection: 'people', id }, 'buckets', item));
  }
  if (changes.length > 0) {
    const edited = state.action.edit('people', doc, planChanges(changes, state.context));
    if (!edited.ok) return edited;
    knownPeople.docs.set(id, edited.value);
  }
  for (const step of planRoles(incoming.roles, knownPeople.rolesById.get(id) ?? [], state.exact)) {
    if (step.type === 'make') makeRole(state, id, step.role, doc.scope);
    else fillRole(state, step);
  }
  state.report.updated += 1;
  return ok(null);
}
