// Carries a plan out as one action in one transaction: organisations and buckets first
// seen, people, their roles; updates as edits. A cancel or a failure keeps nothing.

import type { RecordDoc } from '../../../domain/record.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { beginAction } from '../../../records/action.ts';
import type { CommandContext } from '../../../records/context.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import type { ImportReport } from '../../import-types.ts';
import { groupsOf } from './groups.ts';
import { createOrganisation, updateOrganisation } from './organisations.ts';
import { createPerson, updatePerson } from './people.ts';
import { type ApplyWork, flush } from './work.ts';
import { findGroups, type PeopleView, viewPeople } from '../match/book-view.ts';
import { actionOf, matchOf, type PlanEntry, type PlanWork } from '../plan/plan-entry.ts';

const batch = 1_000;

export function applyPlan(
  entries: readonly PlanEntry[],
  file: string,
  exact: boolean,
  store: RecordStore,
  context: CommandContext,
  work: PlanWork,
): Promise<Result<ImportReport>> {
  return store.write(async (tx) => {
    const id = context.newId();
    const own: CommandContext = {
      ...context,
      source: { type: 'import', action: id, file, row: 0 },
    };
    const action = beginAction(tx, own, 'import', id);
    const report = { action: id, created: 0, updated: 0, skipped: 0, rejected: 0 };
    const state: ApplyWork = {
      tx,
      action,
      context: own,
      file,
      exact,
      groupIds: new Map(),
      made: { people: [], groups: [], ties: [] },
      report,
    };
    const ordered = organisationsFirst(entries);
    for (let from = 0; from < entries.length; from += batch) {
      if (work.signal?.aborted === true) return fail('cancelled');
      const done = await applyBatch(state, ordered.slice(from, from + batch));
      if (!done.ok) return done;
      work.onProgress?.(Math.min(from + batch, entries.length), entries.length);
      await work.yieldNow();
    }
    if (work.signal?.aborted === true) return fail('cancelled');
    own.source = { type: 'import', action: id, file, row: 0 };
    action.finish();
    return ok(report);
  });
}

/** People's rows name organisations: theirs must be there before one is made for them. */
function organisationsFirst(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  const isFirst = ({ incoming }: PlanEntry) => incoming?.kind === 'organisation';
  if (!entries.some(isFirst)) return entries;
  return [...entries.filter(isFirst), ...entries.filter((entry) => !isFirst(entry))];
}

async function applyBatch(state: ApplyWork, entries: readonly PlanEntry[]): Promise<Result<null>> {
  const { tx, report } = state;
  const planned = entries.map((entry) => ({ entry, action: actionOf(entry) }));
  const active = planned.flatMap(({ entry, action }) =>
    entry.incoming === undefined || (action !== 'create' && action !== 'update')
      ? []
      : [entry.incoming],
  );
  await findGroups(tx, active.flatMap(groupsOf), state.groupIds);
  const targets = planned.flatMap(({ entry, action }) =>
    action === 'update' && entry.incoming?.kind === 'person' ? [matchOf(entry)?.id ?? ''] : [],
  );
  const view: PeopleView =
    targets.length === 0
      ? { docs: new Map(), rolesById: new Map() }
      : await viewPeople(tx, targets);
  const ownIds = planned.flatMap(({ entry, action }) =>
    action === 'create' && entry.incoming?.id !== undefined ? [entry.incoming.id] : [],
  );
  const takenIds = ownIds.length === 0 ? new Map<string, RecordDoc>() : tx.get('people', ownIds);
  for (const { entry, action } of planned) {
    if (action === 'cannot') report.rejected += 1;
    else if (action === 'skip' || entry.incoming === undefined) report.skipped += 1;
    else if (action === 'create') {
      if (entry.incoming.kind === 'person') createPerson(state, entry.incoming, takenIds);
      else createOrganisation(state, entry.incoming);
    } else {
      const updated =
        entry.incoming.kind === 'person'
          ? updatePerson(state, entry, entry.incoming, view)
          : updateOrganisation(state, entry, entry.incoming);
      if (!updated.ok) return updated;
    }
  }
  flush(state);
  return ok(null);
}
