// Takes out of the history what it says of erased records: their own rows, what others
// took over from them or named of them, and actions of which nothing is left, with the
// names of files.

import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mergedIntoOf } from '../../../../src-shared/domain/merging.ts';
import type { Written } from '../../../../src-shared/records/writes.ts';
import type { Forgotten } from '../../../../src-shared/store/record-store.ts';
import type { Connection } from '../sqlite/connection.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { rowsInPieces } from '../sqlite/rows-in-pieces.ts';
import type { HistorySource } from './source.ts';
import type { Pending } from './pending.ts';

const readChanges = (row: Record<string, unknown>): Written[] =>
  JSON.parse(String(row['changes'])) as Written[];

/** `values`: what was theirs, by field or set. `keepers`: who took it over. */
type Said = Forgotten & { values: Map<string, Set<string>>; keepers: Set<string> };

/** What is known of them by their last state. */
export function saidBy(what: Forgotten): Said {
  const said: Said = { ...what, values: new Map(), keepers: new Set() };
  for (const doc of what.gone) addRecord(said, doc);
  return said;
}

function addRecord(said: Said, doc: RecordDoc): void {
  const keeper = mergedIntoOf(doc);
  if (keeper !== undefined) said.keepers.add(keeper);
  for (const [field, value] of Object.entries(doc.fields)) addValue(said, field, value);
  for (const [set, items] of Object.entries(doc.sets))
    for (const { value } of items) addValue(said, set, value);
  if (doc.note !== '') addValue(said, 'note', doc.note);
}

function addValue({ values }: Said, name: string, value: unknown): void {
  if (value === null || value === '') return;
  const known = values.get(name) ?? new Set();
  values.set(name, known.add(JSON.stringify(value)));
}

/** What an earlier value of theirs, or a merge that was taken apart, says in the history. */
function addWritten(said: Said, { what, before, after }: Written): void {
  for (const value of [before, after]) {
    if (what === 'mergedInto' && typeof value === 'string') said.keepers.add(value);
    const slash = what.indexOf('/');
    if (slash === -1) addValue(said, what, value);
    else addValue(said, what.slice(0, slash), valueOfItem(value));
  }
}

const valueOfItem = (item: unknown): unknown =>
  typeof item === 'object' && item !== null ? (item as { value?: unknown }).value : item;

/** Whether it is to go. */
export function isSaidOf(said: Said, record: string, written: Written): boolean {
  const { what, before, after } = written;
  if (said.erased.has(record)) return true;
  if (said.spoken.get(record)?.(written) === true) return true;
  if (namesAny(said.erased, before) || namesAny(said.erased, after)) return true;
  return said.keepers.has(record) && [before, after].some((value) => isTheirs(said, what, value));
}

function isTheirs({ values }: Said, what: string, value: unknown): boolean {
  const slash = what.indexOf('/');
  const known = values.get(slash === -1 ? what : what.slice(0, slash));
  if (known === undefined || value === null) return false;
  if (what === 'note')
    return (
      typeof value === 'string' &&
      [...known].some((note) => value.includes(JSON.parse(note) as string))
    );
  return known.has(JSON.stringify(slash === -1 ? value : valueOfItem(value)));
}

const namesAny = (ids: ReadonlySet<string>, value: unknown): boolean =>
  typeof value === 'string'
    ? ids.has(value)
    : typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((one) => namesAny(ids, one));

/** One pass over the whole history: an erasure is rare, and nothing of them may stay. */
export function forgetWhat(source: HistorySource, what: Forgotten): void {
  const { writer } = source;
  const said = saidBy(what);
  const touched = new Set<number>();
  const own = writer.prepare('SELECT action, changes FROM history_rows WHERE record = ?');
  for (const id of what.erased)
    for (const row of own.all(id)) {
      touched.add(Number(row['action']));
      for (const written of readChanges(row)) addWritten(said, written);
    }
  const all = `SELECT n AS place, action, record, changes FROM history_rows WHERE n > ? ORDER BY n`;
  for (const row of rowsInPieces(writer, all)) {
    const changes = readChanges(row);
    const kept = changes.filter((written) => !isSaidOf(said, String(row['record']), written));
    if (kept.length === changes.length) continue;
    touched.add(Number(row['action']));
    keepRow(writer, Number(row['place']), kept);
  }
  for (const row of rowsInPieces(
    writer,
    'SELECT n AS place, action, ids FROM history_made WHERE n > ? ORDER BY n',
  ))
    if (namesAny(what.erased, JSON.parse(String(row['ids'])))) touched.add(Number(row['action']));
  for (const n of touched) if (!isAnythingLeft(source, n)) removeAction(writer, n);
}

function keepRow(writer: Connection, n: number, kept: readonly Written[]): void {
  if (kept.length === 0) writer.prepare('DELETE FROM history_rows WHERE n = ?').run(n);
  else
    writer.prepare('UPDATE history_rows SET changes = ? WHERE n = ?').run(JSON.stringify(kept), n);
}

function isAnythingLeft({ writer, tableOf }: HistorySource, action: number): boolean {
  const row = writer.prepare('SELECT 1 FROM history_rows WHERE action = ? LIMIT 1').get(action);
  if (row !== undefined) return true;
  const made = writer.prepare('SELECT collection, ids FROM history_made WHERE action = ?');
  return made.all(action).some((one) => {
    const ids = JSON.parse(String(one['ids'])) as string[];
    const docs = readDocs(writer, tableOf(one['collection'] as CollectionName), ids);
    return [...docs.values()].some(({ status }) => status !== 'erased');
  });
}

function removeAction(writer: Connection, n: number): void {
  for (const table of ['history_rows', 'history_made'])
    writer.prepare(`DELETE FROM ${table} WHERE action = ?`).run(n);
  writer.prepare('DELETE FROM history_actions WHERE n = ?').run(n);
}

/** An action of this laptop of which every word goes. */
export function forgetActions(writer: Connection, ids: readonly string[]): void {
  for (const id of ids)
    for (const { n } of writer.prepare('SELECT n FROM history_actions WHERE action = ?').all(id))
      removeAction(writer, Number(n));
}

export function forgetRecord(writer: Connection, pending: Pending, id: string): void {
  for (const { rows } of pending.values()) rows.delete(id);
  writer.prepare('DELETE FROM history_rows WHERE record = ?').run(id);
}
