// A person as an export sees them: the record, their roles with the organisations'
// names, and the names of their buckets. Joined in batches, so that no export holds
// more than one batch and the groups' names.

import type { RecordDoc } from '../../domain/record.ts';
import type { RecordStore } from '../../store/record-store.ts';

export type ExportRole = {
  organisation: string;
  organisationId: string;
  title: string;
  department: string;
  /** YYYY-MM-DD, YYYY-MM, YYYY or ''. */
  start: string;
  until: string;
};

/** What an export needs of a record; the rest (history, keys) is let go early. */
export type ExportDoc = Pick<RecordDoc, 'id' | 'scope' | 'name' | 'fields' | 'sets' | 'note'>;

export type ExportPerson = {
  doc: ExportDoc;
  /** Current ones first, the latest start first. */
  roles: ExportRole[];
  /** Those that still exist. */
  buckets: { id: string; name: string }[];
};

export type Joiner = (docs: readonly RecordDoc[]) => Promise<ExportPerson[]>;

/** A role with its organisation's id. */
type LooseRole = {
  from: string;
  to: string;
  role: Omit<ExportRole, 'organisation' | 'organisationId'>;
};
type RoleReader = (people: readonly string[]) => Promise<LooseRole[]>;

/** From this many people on, reading all ties once is cheaper than looking up each person's. */
const manyPeople = 5_000;

/** Roles of people merged into one count as that one's. `count` is how many will come at most. */
export async function createJoiner(store: RecordStore, count: number): Promise<Joiner> {
  const goneById = await readMerged(store);
  const readRoles = count < manyPeople ? rolesByLookup(store) : await rolesByScan(store);
  const groupNames = new Map<string, string>();
  return async (docs) => {
    const ownerById = ownersOf(docs, goneById);
    const loose = await readRoles([...ownerById.keys()]);
    await learnGroupNames(store, groupNames, docs, loose);
    const rolesById = new Map<string, ExportRole[]>();
    for (const { from, to, role } of loose) {
      const owner = ownerById.get(from);
      const organisation = groupNames.get(to);
      if (owner === undefined || organisation === undefined) continue;
      const known = rolesById.get(owner);
      const named = { organisation, organisationId: to, ...role };
      if (known === undefined) rolesById.set(owner, [named]);
      else known.push(named);
    }
    return docs.map((doc) => ({
      doc: contentOf(doc),
      roles: sortRoles(rolesById.get(doc.id) ?? []),
      buckets: bucketsOf(doc, groupNames),
    }));
  };
}

const contentOf = ({ id, scope, name, fields, sets, note }: RecordDoc): ExportDoc => ({
  id,
  scope,
  name,
  fields,
  sets,
  note,
});

function bucketsOf(
  { sets }: RecordDoc,
  names: ReadonlyMap<string, string>,
): ExportPerson['buckets'] {
  return (sets['buckets'] ?? []).flatMap(({ value: id }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

/** Who was merged into whom, chains followed to the end. */
async function readMerged(store: RecordStore): Promise<Map<string, string[]>> {
  const into = new Map<string, string>();
  for await (const batch of store.scan('people', { status: 'merged' })) {
    for (const doc of batch) into.set(doc.id, textOf(doc, 'mergedInto'));
  }
  const goneById = new Map<string, string[]>();
  for (const gone of into.keys()) {
    const seen = new Set([gone]);
    let kept = into.get(gone) ?? '';
    for (let next = into.get(kept); next !== undefined && !seen.has(next); next = into.get(kept)) {
      seen.add(kept);
      kept = next;
    }
    goneById.set(kept, [...(goneById.get(kept) ?? []), gone]);
  }
  return goneById;
}

function ownersOf(
  docs: readonly RecordDoc[],
  goneById: Map<string, string[]>,
): Map<string, string> {
  const ownerById = new Map<string, string>();
  for (const { id } of docs) {
    ownerById.set(id, id);
    for (const gone of goneById.get(id) ?? []) ownerById.set(gone, id);
  }
  return ownerById;
}

function rolesByLookup(store: RecordStore): RoleReader {
  return async (people) => {
    const tieIds = new Set([...(await store.byKeys('ties', people)).values()].flat());
    if (tieIds.size === 0) return [];
    const ties = await store.get('ties', [...tieIds]);
    return [...ties.values()].filter((tie) => tie.status === 'live').flatMap(looseRole);
  };
}

async function rolesByScan(store: RecordStore): Promise<RoleReader> {
  const rolesByPerson = new Map<string, LooseRole[]>();
  for await (const ties of store.scan('ties', { status: 'live' })) {
    for (const loose of ties.flatMap(looseRole)) {
      const known = rolesByPerson.get(loose.from);
      if (known === undefined) rolesByPerson.set(loose.from, [loose]);
      else known.push(loose);
    }
  }
  return async (people) => people.flatMap((id) => rolesByPerson.get(id) ?? []);
}

function looseRole(tie: RecordDoc): LooseRole[] {
  if (tie.fields['type'] !== 'role') return [];
  const role = {
    title: textOf(tie, 'title'),
    department: textOf(tie, 'department'),
    start: textOf(tie, 'start'),
    until: textOf(tie, 'until'),
  };
  return [{ from: textOf(tie, 'from'), to: textOf(tie, 'to'), role }];
}

async function learnGroupNames(
  store: RecordStore,
  names: Map<string, string>,
  docs: readonly RecordDoc[],
  roles: readonly LooseRole[],
): Promise<void> {
  const wanted = new Set<string>();
  for (const { to } of roles) wanted.add(to);
  for (const doc of docs) for (const item of doc.sets['buckets'] ?? []) wanted.add(item.value);
  const unknown = [...wanted].filter((id) => !names.has(id));
  if (unknown.length === 0) return;
  for (const [id, group] of await store.get('groups', unknown)) {
    if (group.status === 'live') names.set(id, group.name);
  }
}

const sortRoles = (roles: ExportRole[]): ExportRole[] =>
  roles.length > 1 ? roles.sort(byRelevance) : roles;

/** A role with an end comes after those without; then the latest first. */
function byRelevance(a: ExportRole, b: ExportRole): number {
  const ended = Number(a.until !== '') - Number(b.until !== '');
  if (ended !== 0) return ended;
  if (a.until !== b.until) return a.until < b.until ? 1 : -1;
  if (a.start !== b.start) return a.start < b.start ? 1 : -1;
  return a.organisation < b.organisation ? -1 : 1;
}

/** A text field, '' when it is absent or no text. */
export function textOf(doc: Pick<RecordDoc, 'fields'>, field: string): string {
  const value = doc.fields[field];
  return typeof value === 'string' ? value : '';
}
