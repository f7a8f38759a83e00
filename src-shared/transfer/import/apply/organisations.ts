// An organisation of the plan into the book: made, or what the row adds to the one there.

import { fail, ok, type Result } from '../../../domain/result.ts';
import type { RecordId } from '../../../domain/record.ts';
import { makeRecord } from '../../../records/content.ts';
import { planChanges } from '../../../records/plan-changes.ts';
import { type ApplyWork, stampRow } from './work.ts';
import { isRecordId } from './groups.ts';
import { groupKey } from '../match/book-excerpt.ts';
import { differenceOf } from '../match/diff.ts';
import { type Incoming, organisationName } from '../entry/incoming.ts';
import { matchOf, type PlanEntry } from '../plan/plan-entry.ts';

export function createOrganisation(state: ApplyWork, incoming: Incoming): void {
  stampRow(state, incoming.line);
  const { id, fields, sets, note, scope = 'team' } = incoming;
  const isFree =
    id !== undefined &&
    isRecordId(id) &&
    !state.groupIds.has(`id:${id}`) &&
    !state.tx.get('groups', [id]).has(id);
  const doc = makeRecord(
    { kind: 'organisation', scope, fields, sets, note, ...(isFree ? { id: id as RecordId } : {}) },
    state.context,
  );
  if (id !== undefined) state.groupIds.set(`id:${id}`, doc.id);
  state.made.groups.push(doc);
  const key = groupKey({ kind: 'organisation', name: organisationName(incoming) });
  if (!state.groupIds.has(key)) state.groupIds.set(key, doc.id);
  state.report.created += 1;
  state.report.organisations += 1;
}

/** `changed-since` when it is gone. */
export function updateOrganisation(
  state: ApplyWork,
  entry: PlanEntry,
  incoming: Incoming,
): Result<null> {
  const id = matchOf(entry)?.id ?? '';
  const doc = state.tx.get('groups', [id]).get(id);
  if (doc?.status !== 'live' || doc.kind !== 'organisation')
    return fail('changed-since', { line: entry.line });
  stampRow(state, incoming.line);
  const { changes } = differenceOf(incoming, doc, state.exact);
  if (changes.length > 0) {
    const edited = state.action.edit('groups', doc, planChanges(changes, state.context));
    if (!edited.ok) return edited;
  }
  state.report.updated += 1;
  return ok(null);
}
