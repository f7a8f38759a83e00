// The bare peer of an export: people, their roles and organisations read with SQLite and
// JSON.parse, and a table of what is known of each written with papaparse, in batches.

import Papa from 'papaparse';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Connection } from '../../../src-main/host/book/sqlite/connection.ts';
import { openBookFile } from './book.ts';

const batch = 1_000;
const slots = [0, 1];
const fields = ['prefix', 'given', 'middle', 'family', 'suffix', 'nickname', 'birthday'];
const parts = ['street', 'city', 'postalCode', 'region', 'country'];

/** Milliseconds; throws unless so many people were there. */
export function readAndUnparse(bookPath: string, people: number): number {
  const started = performance.now();
  const connection = openBookFile(bookPath);
  const nameById = new Map<string, string>();
  for (const doc of readAll(connection, 'organisation')) nameById.set(doc.id, doc.name);
  const rolesByPerson = Map.groupBy(readAll(connection, 'tie'), (tie) => textOf(tie, 'from'));
  const encoder = new TextEncoder();
  let [rows, bytes]: [string[][], number] = [[], 0];
  let seen = 0;
  const write = (): void => {
    bytes += encoder.encode(`${Papa.unparse(rows, { newline: '\r\n' })}\r\n`).byteLength;
    rows = [];
  };
  for (const doc of readAll(connection, 'person')) {
    rows.push(cellsOf(doc, rolesByPerson.get(doc.id) ?? [], nameById));
    seen += 1;
    if (rows.length === batch) write();
  }
  write();
  connection.close();
  if (seen !== people || bytes === 0) throw new Error('the peer has not read everybody');
  return performance.now() - started;
}

function* readAll(connection: Connection, kind: string): Generator<RecordDoc> {
  const tables = connection.raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'docs\\_%' ESCAPE '\\'`,
    )
    .all();
  for (const { name } of tables) {
    const first = connection.raw.prepare(`SELECT data FROM ${String(name)} LIMIT 1`).get();
    if (first === undefined || docIn(first).kind !== kind) continue;
    for (const row of connection.raw.prepare(`SELECT data FROM ${String(name)}`).iterate())
      yield docIn(row);
  }
}

const docIn = (row: Record<string, unknown>): RecordDoc => JSON.parse(String(row['data']));

function cellsOf(
  doc: RecordDoc,
  roles: readonly RecordDoc[],
  nameById: ReadonlyMap<string, string>,
): string[] {
  const { emails = [], phones = [], addresses = [], links = [], dates = [], tags = [] } = doc.sets;
  const cells = fields.map((field) => textOf(doc, field));
  for (const at of slots)
    for (const items of [emails, phones, links, dates])
      cells.push(items[at]?.label ?? '', items[at]?.value ?? '');
  for (const at of slots)
    cells.push(
      addresses[at]?.value ?? '',
      ...parts.map((part) => addresses[at]?.more?.[part] ?? ''),
    );
  const [role] = roles;
  cells.push(nameById.get(textOf(role, 'to')) ?? '', textOf(role, 'title'));
  cells.push(tags.map(({ value }) => value).join('; '), doc.note);
  return cells;
}

function textOf(doc: RecordDoc | undefined, field: string): string {
  const value = doc?.fields[field];
  return typeof value === 'string' ? value : '';
}
