// Carries a plan out as one action in one transaction: organisations and buckets first
// seen, people, their roles; updates as edits. A cancel or a failure keeps nothing.

import type { RecordDoc, RecordId } from '../../domain/record.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type Action, beginAction } from '../../records/action.ts';
import type { Change } from '../../records/command.ts';
import { makeRecord } from '../../records/content.ts';
import type { CommandContext } from '../../records/context.ts';
import { planChanges } from '../../records/edit.ts';
import type { RecordStore, RecordTx } from '../../store/record-store.ts';
import type { ImportReport } from '../import-types.ts';
import { findGroups, groupKey, type GroupNeed, type PeopleView, viewPeople } from './book-view.ts';
import { differenceOf } from './diff.ts';
import type { Incoming, IncomingRole } from './incoming.ts';
import { actionOf, matchOf, type PlanEntry, type PlanWork } from './plan-entry.ts';
import { planRoles } from './roles.ts';

type Work = {
  tx: RecordTx;
  action: Action;
  context: CommandContext;
  file: string;
  exact: boolean;
  groupIds: Map<string, string>;
  made: { people: RecordDoc[]; groups: RecordDoc[]; ties: RecordDoc[] };
  report: ImportReport;
};

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
    const state: Work = {
      tx,
      action,
      context: own,
      file,
      exact,
      groupIds: new Map(),
      made: { people: [], groups: [], ties: [] },
      report,
    };
    for (let from = 0; from < entries.length; from += batch) {
      if (work.signal?.aborted === true) return fail('cancelled');
      const done = await applyBatch(state, entries.slice(from, from + batch));
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

async function applyBatch(state: Work, entries: readonly PlanEntry[]): Promise<Result<null>> {
  const { tx, report } = state;
  const planned = entries.map((entry) => ({ entry, action: actionOf(entry) }));
  const active = planned.flatMap(({ entry, action }) =>
    entry.incoming === undefined || (action !== 'create' && action !== 'update')
      ? []
      : [entry.incoming],
  );
  await findGroups(tx, active.flatMap(groupsOf), state.groupIds);
  const targets = planned.flatMap(({ entry, action }) =>
    action === 'update' ? [matchOf(entry)?.id ?? ''] : [],
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
    else if (action === 'create') createPerson(state, entry.incoming, takenIds);
    else {
      const updated = updatePerson(state, entry, entry.incoming, view);
      if (!updated.ok) return updated;
    }
  }
  flush(state);
  return ok(null);
}

const groupsOf = ({ roles, buckets }: Incoming): GroupNeed[] => [
  ...roles.map((role): GroupNeed => ({
    kind: 'organisation',
    name: role.organisation,
    ...(role.organisationId === undefined ? {} : { id: role.organisationId }),
  })),
  ...buckets.map((bucket): GroupNeed => ({ kind: 'bucket', ...bucket })),
];

function stampRow(state: Work, line: number): void {
  state.context.source = {
    type: 'import',
    action: state.report.action,
    file: state.file,
    row: line,
  };
}

function createPerson(
  state: Work,
  incoming: Incoming,
  takenIds: ReadonlyMap<string, RecordDoc>,
): void {
  stampRow(state, incoming.line);
  const isFree = incoming.id !== undefined && isRecordId(incoming.id) && !takenIds.has(incoming.id);
  const buckets = bucketItems(state, incoming);
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
}

const isRecordId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id);

function bucketItems(state: Work, incoming: Incoming): { value: string }[] {
  return incoming.buckets.map(({ name, id }) => ({
    value: groupId(
      state,
      { kind: 'bucket', name, ...(id === undefined ? {} : { id }) },
      incoming.scope ?? 'team',
    ),
  }));
}

/** Of the book, of this import, or made now. */
function groupId(state: Work, need: GroupNeed, scope: 'team' | 'private'): string {
  const { groupIds } = state;
  const key = groupKey(need);
  const known = groupIds.get(`id:${need.id ?? ''}`) ?? groupIds.get(key);
  if (known !== undefined) return known;
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
  groupIds.set(key, doc.id);
  groupIds.set(`id:${doc.id}`, doc.id);
  return doc.id;
}

function makeRole(
  state: Work,
  person: string,
  role: IncomingRole,
  scope: 'team' | 'private',
): void {
  const to = groupId(
    state,
    groupsOf({ roles: [role], buckets: [] } as unknown as Incoming)[0] as GroupNeed,
    scope,
  );
  const { title, department, start, until } = role;
  const fields: { [field: string]: string } = { type: 'role', from: person, to };
  for (const [field, value] of Object.entries({ title, department, start, until }))
    if (value !== undefined && value !== '') fields[field] = value;
  state.made.ties.push(makeRecord({ kind: 'tie', scope, fields }, state.context));
}

function updatePerson(
  state: Work,
  entry: PlanEntry,
  incoming: Incoming,
  view: PeopleView,
): Result<null> {
  const id = matchOf(entry)?.id ?? '';
  const doc = view.docs.get(id);
  if (doc === undefined) return fail('changed-since', { line: entry.line });
  stampRow(state, incoming.line);
  const { changes } = differenceOf(incoming, doc, state.exact);
  const has = new Set((doc.sets['buckets'] ?? []).map((item) => item.value));
  for (const item of bucketItems(state, incoming)) {
    if (!has.has(item.value))
      changes.push({ type: 'set-put', ref: { collection: 'people', id }, set: 'buckets', item });
  }
  if (changes.length > 0) {
    const edited = state.action.edit('people', doc, planChanges(changes, state.context));
    if (!edited.ok) return edited;
    view.docs.set(id, edited.value);
  }
  for (const step of planRoles(incoming.roles, view.rolesById.get(id) ?? [], state.exact)) {
    if (step.type === 'make') makeRole(state, id, step.role, doc.scope);
    else fillRole(state, step.tie, step.fields);
  }
  state.report.updated += 1;
  return ok(null);
}

function fillRole(state: Work, tie: string, fields: { [field: string]: string }): void {
  const doc = state.tx.get('ties', [tie]).get(tie);
  if (doc === undefined) return;
  const ref = { collection: 'ties' as const, id: tie };
  const changes = Object.entries(fields).map(([field, value]): Change => ({
    type: 'field',
    ref,
    field,
    value,
  }));
  if (changes.length > 0) state.action.edit('ties', doc, planChanges(changes, state.context));
}

function flush({ action, made }: Work): void {
  for (const collection of ['groups', 'people', 'ties'] as const) {
    if (made[collection].length > 0) action.create(collection, made[collection]);
    made[collection] = [];
  }
}
