// The records of a bulk edit, fixed once: what an edit would do to each of them.
// What a teammate or somebody here has changed between the two stays as they left it.

import type { Kinds } from '../../domain/kinds.ts';
import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Reader } from '../../fields/field.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { createItemParser } from '../../values/parse-item.ts';
import { literalPattern, type Pattern, readPattern } from '../../values/pattern/match.ts';
import type { BulkEdit } from '../intents/bulk-edit.ts';
import type { BulkContext, BulkOf, Why } from './bulk-context.ts';
import { outcomeFor } from './outcome.ts';
import { placeIn, takes } from './places.ts';

export type BulkRow = { id: string; name: string; before: JsonValue; after: JsonValue };
/** For how many nothing can be done, and who the first of them are. */
export type Refused = { why: Why; count: number; names: string[] };
export type BulkPreview = {
  count: number;
  changes: number;
  same: number;
  refused: Refused[];
  /** The first of those that change. */
  rows: BulkRow[];
};

/** An edit that was looked at: for whom it would change something, and what they had then. */
export type PlannedBulk = {
  context: BulkContext;
  had: ReadonlyMap<string, string>;
  preview: BulkPreview;
};

type Surroundings = {
  of: BulkOf;
  kinds: Kinds;
  reader: Reader;
  yieldNow: () => Promise<void>;
  /** Somebody has thought better of it. */
  isStopped?: () => boolean;
};

const mostRows = 100;
const mostNames = 5;
const atOnce = 500;

/** `bad-input` for an edit that makes no sense, `bad-pattern` for a pattern that is none. */
export async function planBulk(
  store: RecordStore,
  ids: readonly string[],
  edit: BulkEdit,
  { of, kinds, reader, yieldNow, isStopped }: Surroundings,
): Promise<Result<PlannedBulk>> {
  const context = await contextOf(store, edit, { of, kinds, reader });
  if (!context.ok) return context;
  const had = new Map<string, string>();
  const preview: BulkPreview = { count: ids.length, changes: 0, same: 0, refused: [], rows: [] };
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const docs = await store.get(of.collection, some);
    for (const [at, id] of some.entries()) {
      note(preview, had, id, docs.get(id), context.value);
      if (at % 50 === 49) await yieldNow();
    }
    if (isStopped?.() === true) return fail('cancelled');
  }
  return ok({ context: context.value, had, preview });
}

function note(
  preview: BulkPreview,
  had: Map<string, string>,
  id: string,
  doc: RecordDoc | undefined,
  context: BulkContext,
): void {
  const outcome = outcomeFor(doc, context);
  const name = doc?.name ?? '';
  if (outcome.is === 'same') preview.same += 1;
  else if (outcome.is === 'cannot') noteRefused(preview.refused, outcome.why, name);
  else {
    const { before, after } = outcome;
    preview.changes += 1;
    had.set(id, JSON.stringify(before));
    if (preview.rows.length < mostRows) preview.rows.push({ id, name, before, after });
  }
}

export function noteRefused(refused: Refused[], why: Why, name: string): void {
  let known = refused.find((one) => one.why === why);
  if (known === undefined) refused.push((known = { why, count: 0, names: [] }));
  known.count += 1;
  if (known.names.length < mostNames) known.names.push(name);
}

async function contextOf(
  store: RecordStore,
  edit: BulkEdit,
  { of, kinds, reader }: Pick<Surroundings, 'of' | 'kinds' | 'reader'>,
): Promise<Result<BulkContext>> {
  const kind = kinds.get(of.kind);
  if (kind === undefined || kind.collection !== of.collection) return fail('bad-input');
  const isOfPeople = edit.type === 'role' || edit.type === 'names';
  if (isOfPeople && of.collection !== 'people') return fail('bad-input');
  if ('field' in edit) {
    const place = placeIn(kind, edit.field);
    if (place === undefined || !takes(place, edit.type))
      return fail('bad-input', { path: 'field' });
  }
  if (edit.type === 'role') {
    const group = (await store.get('groups', [edit.group])).get(edit.group);
    if (group?.status !== 'live' || group.kind === 'bucket') return fail('not-found');
  }
  const pattern = patternOf(edit);
  if (!pattern.ok) return pattern;
  const isPrivate = await privateAmong(store, edit);
  const roles = edit.type === 'role' ? await peopleAt(store, edit.group) : new Set<string>();
  return ok({
    edit,
    of,
    kind,
    reader,
    parse: createItemParser(reader.country),
    pattern: pattern.value,
    isPrivate: (id) => isPrivate.has(id),
    hasRole: (person) => roles.has(person),
  });
}

function patternOf(edit: BulkEdit): Result<Pattern | undefined> {
  if (edit.type !== 'find') return ok(undefined);
  const { find, isPattern, matchesCase } = edit;
  if (!isPattern) return ok(literalPattern(find, !matchesCase));
  const read = readPattern(find, !matchesCase);
  return read === undefined ? fail('bad-pattern') : ok(read);
}

/** Of the records that the edit's values may name. */
async function privateAmong(store: RecordStore, edit: BulkEdit): Promise<ReadonlySet<string>> {
  const ids = valuesIn(edit);
  const isPrivate = new Set<string>();
  if (ids.length === 0) return isPrivate;
  for (const collection of ['people', 'groups'] as const)
    for (const { id, scope } of (await store.get(collection, ids)).values())
      if (scope === 'private') isPrivate.add(id);
  return isPrivate;
}

function valuesIn(edit: BulkEdit): string[] {
  const value = edit.type === 'set' ? edit.value : edit.type === 'replace' ? edit.to : null;
  const items = edit.type === 'put' ? edit.items.map((item) => item.value) : [];
  return [...[value].flat().filter((one) => typeof one === 'string'), ...items];
}

/** Who has a role there that has not ended. */
async function peopleAt(store: RecordStore, group: string): Promise<Set<string>> {
  const ids = (await store.byKeys('ties', [group])).get(group) ?? [];
  const ties = await store.get('ties', ids);
  return new Set(
    [...ties.values()].flatMap(({ status, fields: { type, from, to, until } }) =>
      status === 'live' && type === 'role' && to === group && typeof from === 'string' && !until
        ? [from]
        : [],
    ),
  );
}
