// Carries a plan out as one action in one transaction: organisations and buckets first
// seen, people, their roles; updates as edits. A cancel or a failure keeps nothing.

import type { NewRecord, RecordDoc } from '../../../domain/record.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { beginAction } from '../../../records/action.ts';
import { makeRecord } from '../../../records/content.ts';
import { atOneTime, type CommandContext } from '../../../records/context.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import type { ImportReport, PlannedRow } from '../../import-types.ts';
import { groupsOf } from './groups.ts';
import { createOrganisation, updateOrganisation } from './organisations.ts';
import { createPerson, updatePerson } from './people.ts';
import { type ApplyWork, flush } from './work.ts';
import { findGroups, type KnownPeople, readPeople } from '../match/book-excerpt.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { Contents } from '../plan/contents.ts';
import type { Entries } from '../plan/entries.ts';
import { actionOf, isJoined, matchOf, type PlanEntry } from '../plan/plan-entry.ts';
import type { Plan, PlanWork } from '../plan/plan-work.ts';

const batch = 1_000;

export function applyPlan(
  { entries, contents }: Plan,
  file: string,
  exact: boolean,
  newFields: readonly NewRecord[],
  store: RecordStore,
  context: CommandContext,
  work: PlanWork,
): Promise<Result<ImportReport>> {
  return store.write(async (tx) => {
    const id = context.newId();
    const own: CommandContext = {
      ...atOneTime(context),
      source: { type: 'import', action: id, file, row: 0 },
    };
    const action = beginAction(tx, own, 'import', id);
    const made = { created: 0, people: 0, organisations: 0 };
    const others = { updated: 0, skipped: 0, joined: 0, rejected: 0 };
    const report = { action: id, ...made, ...others };
    const state: ApplyWork = {
      tx,
      action,
      context: own,
      file,
      exact,
      groupIds: new Map(),
      privateGroups: new Set(),
      made: { people: [], groups: [], ties: [] },
      report,
    };
    action.create(newFields.map((field) => makeRecord(field, own)));
    const ordered = organisationsFirst(entries);
    const count = ordered.length;
    const read = (row: number): PlannedWork => workOf(entries, contents, row);
    for (let from = 0; from < count; from += batch) {
      if (work.signal?.aborted === true) return fail('cancelled');
      const done = await applyBatch(state, [...ordered.subarray(from, from + batch)].map(read));
      if (!done.ok) return done;
      work.onProgress?.(Math.min(from + batch, count), count);
      await work.yieldNow();
    }
    if (work.signal?.aborted === true) return fail('cancelled');
    own.source = { type: 'import', action: id, file, row: 0 };
    action.finish({ skipped: report.skipped, rejected: report.rejected });
    return ok(report);
  });
}

/** People's rows name organisations: theirs must be there before one is made for them. */
function organisationsFirst(entries: Entries): Uint32Array {
  const isFirst = (row: number) => entries.kindOf(row) === 'organisation';
  const rows = new Uint32Array(entries.length()).map((_, row) => row);
  if (!rows.some(isFirst)) return rows;
  const first = rows.filter(isFirst);
  const ordered = new Uint32Array(rows.length);
  ordered.set(first);
  ordered.set(
    rows.filter((row) => !isFirst(row)),
    first.length,
  );
  return ordered;
}

type PlannedWork = {
  entry: PlanEntry;
  action: PlannedRow['action'];
  /** Absent where nothing is written. */
  incoming?: Incoming;
};

function workOf(entries: Entries, contents: Contents, row: number): PlannedWork {
  const entry = entries.at(row) ?? { line: 0, action: 'skip', reasons: [] };
  const action = actionOf(entry);
  const incoming = action === 'create' || action === 'update' ? contents.of(row) : undefined;
  contents.letGo(row);
  return { entry, action, ...(incoming === undefined ? {} : { incoming }) };
}

async function applyBatch(
  state: ApplyWork,
  planned: readonly PlannedWork[],
): Promise<Result<null>> {
  const { tx, report } = state;
  const active = planned.flatMap(({ incoming }) => (incoming === undefined ? [] : [incoming]));
  await findGroups(tx, active.flatMap(groupsOf), state.groupIds);
  const targets = planned.flatMap(({ entry, action }) =>
    action === 'update' && entry.kind === 'person' ? [matchOf(entry)?.id ?? ''] : [],
  );
  const knownPeople: KnownPeople =
    targets.length === 0
      ? { docs: new Map(), rolesById: new Map() }
      : await readPeople(tx, targets);
  const ownIds = planned.flatMap(({ incoming, action }) =>
    action === 'create' && incoming?.id !== undefined ? [incoming.id] : [],
  );
  const takenIds = ownIds.length === 0 ? new Map<string, RecordDoc>() : tx.get('people', ownIds);
  for (const { entry, action, incoming } of planned) {
    if (action === 'cannot') report.rejected += 1;
    else if (action === 'skip' || incoming === undefined) {
      report.skipped += 1;
      if (isJoined(entry)) report.joined += 1;
    } else if (action === 'create') {
      if (incoming.kind === 'person') createPerson(state, incoming, takenIds);
      else createOrganisation(state, incoming);
    } else {
      const updated =
        incoming.kind === 'person'
          ? updatePerson(state, entry, incoming, knownPeople)
          : updateOrganisation(state, entry, incoming);
      if (!updated.ok) return updated;
    }
  }
  flush(state);
  return ok(null);
}
