// A person as an export sees them: the record, their roles with the organisations'
// names, and the names of their buckets. Joined in batches, so that no export holds
// more than one batch and the groups' names.

import { person } from '../../domain/person.ts';
import type { RecordDoc } from '../../domain/record.ts';
import { type AnyField, cellOf } from '../../fields/field.ts';
import { readKeepers } from '../../records/merged.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { type KeepsBack, type OwnDetails, ownDetails } from './own-details.ts';
import type { ExportRequest } from '../export-types.ts';
import type { WrittenRole } from '../rapport-role.ts';

/** What an export needs of a record; the rest (history, keys) is let go early. */
export type ExportDoc = Pick<RecordDoc, 'id' | 'scope' | 'name' | 'fields' | 'sets' | 'note'>;

export type ExportPerson = KeepsBack & {
  doc: ExportDoc;
  /** Current ones first, the latest start first. */
  roles: WrittenRole[];
  /** Those that still exist. */
  buckets: { id: string; name: string }[];
};

export type Joiner = (docs: readonly RecordDoc[]) => Promise<ExportPerson[]>;

/** A role whose organisation is known by its id only. */
type LooseRole = Omit<WrittenRole, 'organisation'> & KeepsBack;
/** By whose they are now: those of somebody merged into another are that one's. */
type RolesByPerson = ReadonlyMap<string, readonly LooseRole[]>;
/** Of those people at least. */
type RoleReader = (people: readonly string[]) => Promise<RolesByPerson>;

/** From this many people on, reading all ties once is cheaper than looking up each person's. */
const manyPeople = 5_000;

/** `count` is how many will come at most. */
export async function createJoiner(
  store: RecordStore,
  request: Pick<ExportRequest, 'withPrivateFields'>,
  count: number,
): Promise<Joiner> {
  const keptByGone = await readMerged(store);
  const withOwn = await ownDetails(store, request);
  const readRoles =
    count < manyPeople
      ? rolesByLookup(store, keptByGone, withOwn)
      : await rolesByScan(store, keptByGone, withOwn);
  const groupNames = new Map<string, string>();
  return async (stored) => {
    const docs = await withOwn(stored);
    const rolesByPerson = await readRoles(docs.map(({ id }) => id));
    const loose = docs.map(({ id }) => rolesByPerson.get(id) ?? []);
    await learnGroupNames(store, groupNames, docs, loose);
    return docs.map((doc, at) => ({
      doc: contentOf(doc),
      roles: namedRoles(loose[at] ?? [], groupNames),
      buckets: bucketsOf(doc, groupNames),
      ...([doc, ...(loose[at] ?? [])].some((one) => one.keepsBack) ? { keepsBack: true } : {}),
    }));
  };
}

/** Those whose organisation still exists. */
function namedRoles(
  loose: readonly LooseRole[],
  names: ReadonlyMap<string, string>,
): WrittenRole[] {
  const roles: WrittenRole[] = [];
  for (const role of loose) {
    const organisation = names.get(role.organisationId);
    if (organisation !== undefined) roles.push({ organisation, ...role });
  }
  return roles.length > 1 ? roles.sort(byRelevance) : roles;
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

/** Whom each merged person is read as. */
async function readMerged(store: RecordStore): Promise<Map<string, string>> {
  // Counting asks an index; a scan looks at everybody.
  if ((await store.count('people', { status: 'merged' })) === 0) return new Map();
  const gone: string[] = [];
  for await (const batch of store.scan('people', { status: 'merged' }))
    gone.push(...batch.map(({ id }) => id));
  return readKeepers(gone, (ids) => store.get('people', ids));
}

function rolesByLookup(
  store: RecordStore,
  keptByGone: ReadonlyMap<string, string>,
  withOwn: OwnDetails,
): RoleReader {
  const goneByKept = Map.groupBy(keptByGone.keys(), (gone) => keptByGone.get(gone) ?? '');
  return async (people) => {
    const all = people.flatMap((id) => [id, ...(goneByKept.get(id) ?? [])]);
    const tieIds = new Set([...(await store.byKeys('ties', all)).values()].flat());
    const rolesByPerson = new Map<string, LooseRole[]>();
    if (tieIds.size === 0) return rolesByPerson;
    const ties = [...(await store.get('ties', [...tieIds])).values()];
    const live = ties.filter((tie) => tie.status === 'live' && isRole(tie));
    for (const tie of await withOwn(live)) addRole(rolesByPerson, tie, keptByGone);
    return rolesByPerson;
  };
}

async function rolesByScan(
  store: RecordStore,
  keptByGone: ReadonlyMap<string, string>,
  withOwn: OwnDetails,
): Promise<RoleReader> {
  const rolesByPerson = new Map<string, LooseRole[]>();
  for await (const ties of store.scan('ties', { status: 'live' })) {
    for (const tie of await withOwn(ties.filter(isRole))) addRole(rolesByPerson, tie, keptByGone);
  }
  return async () => rolesByPerson;
}

const isRole = ({ fields }: RecordDoc): boolean => fields['type'] === 'role';

function addRole(
  rolesByPerson: Map<string, LooseRole[]>,
  tie: RecordDoc & KeepsBack,
  keptByGone: ReadonlyMap<string, string>,
): void {
  const from = textOf(tie, 'from');
  const person = keptByGone.get(from) ?? from;
  const role: LooseRole = {
    organisationId: textOf(tie, 'to'),
    title: textOf(tie, 'title'),
    department: textOf(tie, 'department'),
    start: textOf(tie, 'start'),
    until: textOf(tie, 'until'),
    expects: textOf(tie, 'expects'),
    stance: textOf(tie, 'stance'),
    details: (tie.sets['custom'] ?? []).map(({ label = '', value }) => ({ label, value })),
    ...(tie.keepsBack === true ? { keepsBack: true } : {}),
  };
  const known = rolesByPerson.get(person);
  if (known === undefined) rolesByPerson.set(person, [role]);
  else known.push(role);
}

async function learnGroupNames(
  store: RecordStore,
  names: Map<string, string>,
  docs: readonly RecordDoc[],
  roles: readonly (readonly LooseRole[])[],
): Promise<void> {
  const unknown = new Set<string>();
  const want = (id: string) => void (names.has(id) || unknown.add(id));
  for (const some of roles) for (const { organisationId } of some) want(organisationId);
  for (const { sets } of docs) for (const { value } of sets['buckets'] ?? []) want(value);
  if (unknown.size === 0) return;
  for (const [id, group] of await store.get('groups', [...unknown])) {
    if (group.status === 'live') names.set(id, group.name);
  }
}

/** A role with an end comes after those without; then the latest first. */
function byRelevance(a: WrittenRole, b: WrittenRole): number {
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

const declared: { readonly [field: string]: AnyField } = person.fields;

/** Any field of a person as its type writes a cell, '' when it is absent or cannot be said. */
export function cellTextOf(doc: Pick<RecordDoc, 'fields'>, field: string): string {
  const value = doc.fields[field];
  if (value === undefined || typeof value === 'string') return value ?? '';
  const type = declared[field];
  return (type === undefined ? undefined : cellOf(type, value)) ?? '';
}
