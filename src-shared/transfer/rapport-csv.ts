// Our own lossless CSV of people, shared by export and import. Readable columns, each
// written as its field's type writes a cell, no JSON in them except for what has no cell:
//   id, scope, one column per person field, note, then as many as the data needs of
//   `email 1`, `email 1 label`, `email 1 raw` (any other part by its name), the same for
//   every other set, `bucket 1`, `bucket 1 id`, `role 1 organisation` and so on (rapport-role).
// A row with an `organisation` is that organisation (rapport-organisation).
// An empty cell is an absent value; cells are never trimmed. Formula cells are
// neutralised by the CSV writer and restored by the import.

import { person as personKind } from '../domain/person.ts';
import type { JsonValue, RecordDoc, SetItem } from '../domain/record.ts';
import { type AnyField, cellOf } from '../fields/field.ts';
import {
  organisationHeaders,
  organisationTarget,
  organisationTexts,
} from './rapport-organisation.ts';
import { createRoleColumns, rolePartOf, type WrittenRole } from './rapport-role.ts';

export type RapportPerson = {
  doc: Pick<RecordDoc, 'id' | 'scope' | 'fields' | 'sets' | 'note'>;
  roles: readonly Partial<WrittenRole>[];
  /** Name of a bucket by its id; buckets without a known name are written by id alone. */
  bucketName(id: string): string;
};

/** Singular used in headers for each known set; another set goes by its own name. */
const wordBySet = new Map([
  ['emails', 'email'],
  ['phones', 'phone'],
  ['addresses', 'address'],
  ['links', 'link'],
  ['handles', 'handle'],
  ['dates', 'date'],
  ['relations', 'relation'],
  ['chats', 'chat'],
  ['tags', 'tag'],
  ['custom', 'custom'],
  ['ids', 'id of'],
  ['buckets', 'bucket'],
]);
const setByWord = new Map([...wordBySet].map(([set, word]) => [word, set]));
const fieldByName: ReadonlyMap<string, AnyField> = new Map(Object.entries(personKind.fields));
const fixed = ['id', 'scope', ...personKind.fieldNames, 'note'];

export type RapportColumns = {
  /** Must see everybody before `header` and `cells`. */
  measure(doc: Pick<RecordDoc, 'fields' | 'sets'>, roles: readonly Partial<WrittenRole>[]): void;
  measureOrganisation(doc: Pick<RecordDoc, 'sets'>): void;
  header(): string[];
  cells(person: RapportPerson): string[];
  organisationCells(doc: RapportPerson['doc']): string[];
};

export function createRapportColumns(): RapportColumns {
  const otherFields = new Set<string>();
  const partsBySet = new Map<string, Set<string>[]>();
  const roleColumns = createRoleColumns();
  let hasOrganisations = false;
  let known: Layout | undefined;
  const layout = () => (known ??= layoutOf(otherFields, partsBySet));
  const sharedCells = (person: RapportPerson): string[] => {
    const { doc } = person;
    const { others, slots } = layout();
    const cells = [doc.id, doc.scope as string];
    for (const field of personKind.fieldNames) cells.push(plain(field, doc.fields[field]) ?? '');
    cells.push(doc.note);
    for (const field of others) {
      const value = doc.fields[field];
      const isElsewhere = value === undefined || plain(field, value) !== undefined;
      cells.push(isElsewhere ? '' : JSON.stringify(value));
    }
    for (const { set, at, parts } of slots)
      pushItem(cells, person, set, doc.sets[set]?.[at], parts);
    roleColumns.pushCells(cells, person.roles);
    return cells;
  };
  return {
    measure(doc, roles) {
      known = undefined;
      roleColumns.measure(roles);
      for (const field of Object.keys(doc.fields)) {
        if (plain(field, doc.fields[field]) === undefined) otherFields.add(field);
      }
      for (const set of Object.keys(doc.sets)) measureSet(partsBySet, set, doc.sets[set] ?? []);
    },
    measureOrganisation({ sets }) {
      known = undefined;
      hasOrganisations = true;
      for (const set of Object.keys(sets)) measureSet(partsBySet, set, sets[set] ?? []);
    },
    header() {
      const header = [...fixed];
      for (const field of layout().others) header.push(`field ${field}`);
      for (const { set, at, parts } of layout().slots) {
        const head = `${wordBySet.get(set) ?? set} ${at + 1}`;
        header.push(
          head,
          ...parts.map((part) => (part === '' ? `${head} label` : `${head} ${headerPart(part)}`)),
        );
        if (set === 'buckets') header.push(`${head} id`);
      }
      header.push(...roleColumns.header());
      if (hasOrganisations) header.push(...organisationHeaders);
      return header;
    },
    cells: (person) => {
      const cells = sharedCells(person);
      if (hasOrganisations) cells.push(...organisationHeaders.map(() => ''));
      return cells;
    },
    organisationCells: (doc) => [
      ...sharedCells({ doc: { ...doc, fields: {} }, roles: [], bucketName: () => '' }),
      ...organisationTexts(doc),
    ],
  };
}

/** The columns of what is measured, in the header's order. */
type Layout = { others: string[]; slots: { set: string; at: number; parts: string[] }[] };

const layoutOf = (
  others: ReadonlySet<string>,
  partsBySet: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
): Layout => ({
  others: [...others].sort(),
  slots: [...partsBySet]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([set, slots]) => slots.map((parts, at) => ({ set, at, parts: [...parts].sort() }))),
});

/** What stands in the field's own column; undefined where that cannot say the value. */
function plain(name: string, value: JsonValue | undefined): string | undefined {
  const field = fieldByName.get(name);
  return field === undefined || value === undefined ? undefined : cellOf(field, value);
}

/** '' stands for the label. */
function measureSet(
  partsBySet: Map<string, Set<string>[]>,
  set: string,
  items: readonly SetItem[],
): void {
  if (items.length === 0) return;
  let slots = partsBySet.get(set);
  if (slots === undefined) partsBySet.set(set, (slots = []));
  for (let at = 0; at < items.length; at += 1) {
    const parts = (slots[at] ??= new Set());
    const item = items[at];
    if (item?.label !== undefined) parts.add('');
    if (item?.more !== undefined)
      for (const part of Object.keys(item.more)) if (part !== '') parts.add(part);
  }
}

/** A part that is called like one of our own words goes by `more `. */
const headerPart = (part: string): string => (isReserved(part) ? `more ${part}` : part);
const isReserved = (part: string): boolean =>
  part === 'label' || part === 'value' || part === 'id' || part.startsWith('more ');

function pushItem(
  cells: string[],
  person: RapportPerson,
  set: string,
  item: SetItem | undefined,
  parts: readonly string[],
) {
  const isBucket = set === 'buckets';
  cells.push(item === undefined ? '' : isBucket ? person.bucketName(item.value) : item.value);
  for (const part of parts) cells.push((part === '' ? item?.label : item?.more?.[part]) ?? '');
  if (isBucket) cells.push(item?.value ?? '');
}

/**
 * The import's target path for a header of this format; undefined when it is none.
 * `id`, `scope`, `note`, a field's name, `field:NAME` (JSON), `set/SET#N.value`,
 * `.label`, `.PART`, `.id` (bucket), `org#N.name`, `org#N.own:Shift`, `organisation.name` and so on.
 */
export function rapportTarget(header: string): string | undefined {
  if (header === 'id') return 'record-id';
  if (fixed.includes(header)) return header;
  const ofOrganisation = organisationTarget(header);
  if (ofOrganisation !== undefined) return ofOrganisation;
  if (header.startsWith('field ')) return `field:${header.slice(6)}`;
  const match = /^(.+?) ([1-9]\d{0,5})(?: ([^]*))?$/.exec(header);
  if (match === null) return undefined;
  const [, word = '', number = '', part = ''] = match;
  if (word === 'role') {
    const role = rolePartOf(part);
    return role === undefined ? undefined : `org#${number}.${role}`;
  }
  const set = setByWord.get(word) ?? word;
  return `${set}#${number}.${part === '' ? 'value' : part}`;
}
