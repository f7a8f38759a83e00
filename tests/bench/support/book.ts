// A book on disk with generated people and moments, for measuring on.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';

import { createCommandContext } from '../../../src-main/host/command-context.ts';
import { type Keeper, openKeeper } from '../../../src-main/host/book/open-book.ts';
import { type Connection, openConnection } from '../../../src-main/host/book/sqlite/connection.ts';
import type { DataKey } from '../../../src-main/host/keys/data-key.ts';
import { readKeyFile } from '../../../src-main/host/keys/key-file.ts';
import { openUnwrapped } from '../../../src-main/host/keys/wrappers.ts';
import { openSettings } from '../../../src-main/host/profile/settings.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { makeGoogleCsv, makePerson } from '../google-csv.ts';
import { vaultIn } from '../../support/store/vault-in.ts';

export type BenchBook = {
  dir: string;
  keeper: Keeper;
  store: RecordStore;
  context: CommandContext;
  close(): Promise<void>;
};

const yieldNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'rapport-bench-'));

/** The key of a profile's book, for peers that read and write as we do. */
export function keyOf(dir: string): DataKey {
  const file = readKeyFile(dir);
  const key = typeof file === 'string' ? undefined : openUnwrapped(file);
  if (key === undefined) throw new Error('the book has no key');
  return key;
}

/** The book's file, to look into. */
export const openBookFile = (path: string, pragmas: readonly string[] = []): Connection =>
  openConnection(path, ['query_only = ON', ...pragmas], keyOf(dirname(path)));

export async function openBenchBook(dir = newFolder()): Promise<BenchBook> {
  // As the host does it: after very many changes windows read everything again.
  const keeper = await openKeeper(dir, { onMany: () => undefined });
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  return {
    dir,
    keeper: keeper.value,
    store: book.value.store,
    context: createCommandContext(openSettings(dir, vaultIn(dir)))(),
    close: async () => {
      await keeper.value.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** From the file's path to committed and searchable; milliseconds. */
export async function importFile(book: BenchBook, path: string): Promise<number> {
  const started = performance.now();
  const session = openImport({ name: path, bytes: [readFileSync(path)] }, { yieldNow });
  const planned = await session.plan({ country: 'US' }, book.store);
  if (!planned.ok) throw new Error(planned.error.code);
  const applied = await session.apply(book.store, book.context);
  if (!applied.ok) throw new Error(applied.error.code);
  return performance.now() - started;
}

export async function importPeople(book: BenchBook, rows: number): Promise<number> {
  const path = join(book.dir, 'bench.csv');
  writeFileSync(path, makeGoogleCsv(rows));
  return importFile(book, path);
}

/** A closed book of so many people; `ids` are theirs. */
export async function makeBook(
  people: number,
  { moments = 0 } = {},
): Promise<{ dir: string; ids: string[] }> {
  const book = await openBenchBook();
  await importPeople(book, people);
  if (moments > 0) await addMoments(book, moments);
  const ids = await peopleOf(book);
  await book.keeper.close();
  return { dir: book.dir, ids };
}

async function peopleOf({ store }: BenchBook): Promise<string[]> {
  const ids: string[] = [];
  for await (const docs of store.scan('people')) ids.push(...docs.map((doc) => doc.id));
  return ids;
}

/** People straight into the book, where reading a file is not what is measured; their ids. */
export async function addPeople(book: BenchBook, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 20_000) {
    const docs = Array.from({ length: Math.min(20_000, count - from) }, (_, at) =>
      makeRecord({ kind: 'person', ...makePerson(from + at) }, book.context),
    );
    const done = await book.store.write((tx) => {
      tx.put('people', docs);
      return ok(null);
    });
    if (!done.ok) throw new Error(done.error.code);
    ids.push(...docs.map(({ id }) => id));
  }
  return ids;
}

/** Calls and notes spread over the people that are there. */
export async function addMoments(book: BenchBook, count: number): Promise<void> {
  const people = await peopleOf(book);
  for (let from = 0; from < count; from += 20_000) {
    const docs = Array.from({ length: Math.min(20_000, count - from) }, (_, at) => {
      const person = people[(from + at) % people.length] ?? '';
      const fields = { when: 1_600_000_000_000 + (from + at) * 60_000, people: [person] };
      return makeRecord(
        {
          id: uuidv7() as never,
          kind: at % 2 === 0 ? 'call' : 'note',
          fields,
          note: `Spoke about order ${from + at}`,
        },
        book.context,
      );
    });
    const done = await book.store.write((tx) => {
      tx.put('moments', docs);
      return ok(null);
    });
    if (!done.ok) throw new Error(done.error.code);
  }
}
