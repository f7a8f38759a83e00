// How much room everything takes, and what each attached file is kept by.

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FileOwner, Space, SpaceFile } from '../../../src-shared/bridge/space-types.ts';
import { fileKey } from '../../../src-shared/domain/attachment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { yieldNow } from '../yield-now.ts';
import { type FileStore, keptFor, type StoredFile } from './store.ts';

/** Of so many files it is said what they are; owners of each so many. */
const mostFiles = 500;
const mostOwners = 5;
const atOnce = 500;

export async function lookAtSpace(
  profileDir: string,
  files: FileStore,
  store: RecordStore,
): Promise<Space> {
  const stored = files.list().toSorted((a, b) => b.bytes - a.bytes);
  const found: SpaceFile[] = [];
  const free = { count: 0, bytes: 0 };
  for (let at = 0; at < stored.length; at += atOnce) {
    const some = stored.slice(at, at + atOnce);
    const namers = await namersOf(store, some);
    for (const file of some) {
      const told = tell(file, namers.get(file.hash) ?? []);
      if (told.keptBy === 'nothing') {
        free.count += 1;
        free.bytes += told.bytes;
      }
      // What nothing keeps is named however small it is: it can go.
      if (found.length < mostFiles || told.keptBy === 'nothing') found.push(told);
    }
    await yieldNow();
  }
  return { parts: await partsOf(profileDir), files: found, count: stored.length, free };
}

async function namersOf(
  store: RecordStore,
  some: readonly StoredFile[],
): Promise<Map<string, RecordDoc[]>> {
  const namers = new Map<string, RecordDoc[]>();
  for (const collection of ['people', 'groups'] as const) {
    const keys = some.map(({ hash }) => fileKey(hash));
    const idsOf = await store.byKeys(collection, keys);
    const docs = await store.get(collection, [...new Set([...idsOf.values()].flat())]);
    for (const { hash } of some)
      for (const id of idsOf.get(fileKey(hash)) ?? []) {
        const doc = docs.get(id);
        if (doc === undefined || doc.status === 'erased') continue;
        namers.set(hash, [...(namers.get(hash) ?? []), doc]);
      }
  }
  return namers;
}

function tell({ hash, bytes, isWhole, at }: StoredFile, namers: readonly RecordDoc[]): SpaceFile {
  const has = (...statuses: RecordDoc['status'][]): boolean =>
    namers.some(({ status }) => statuses.includes(status));
  // Those that keep it come first.
  const sorted = namers.toSorted((a, b) => rank(a) - rank(b));
  const name = sorted.flatMap(({ sets }) => sets['files'] ?? []).find((one) => one.value === hash);
  const keptBy = !isWhole
    ? 'coming'
    : has('live', 'merged')
      ? 'record'
      : has('trashed')
        ? 'trash'
        : has('undone')
          ? 'undone'
          : 'nothing';
  return {
    hash,
    bytes,
    keptBy,
    name: name?.label,
    owners: sorted.slice(0, mostOwners).map(ownerOf),
    ownerCount: sorted.length,
    ...(keptBy === 'nothing' ? { until: at + keptFor } : {}),
  };
}

const rank = ({ status }: RecordDoc): number =>
  ['live', 'merged', 'trashed', 'undone', 'erased'].indexOf(status);
const ownerOf = ({ id, kind, name, status }: RecordDoc): FileOwner => ({ id, kind, name, status });

async function partsOf(profileDir: string): Promise<Space['parts']> {
  const parts = { book: 0, files: 0, backups: 0, aside: 0, rest: 0 };
  // A backup holds the same file as the profile, by another name (a hard link).
  const counted = new Set<string>();
  for (const name of (await readdir(profileDir)).toSorted(filesFirst))
    parts[partOf(name)] += await bytesUnder(join(profileDir, name), counted);
  return parts;
}

const filesFirst = (a: string, b: string): number => Number(b === 'files') - Number(a === 'files');

function partOf(name: string): keyof Space['parts'] {
  if (name.startsWith('rapport.sqlite')) return 'book';
  return name === 'files' || name === 'backups' || name === 'aside' ? name : 'rest';
}

async function bytesUnder(path: string, counted: Set<string>): Promise<number> {
  // What goes meanwhile takes no room.
  const about = await stat(path).catch(() => undefined);
  if (about === undefined) return 0;
  if (about.isDirectory()) {
    let bytes = 0;
    const names = await readdir(path).catch(() => []);
    for (const name of names) bytes += await bytesUnder(join(path, name), counted);
    return bytes;
  }
  if (!about.isFile()) return 0;
  const own = `${about.dev} ${about.ino}`;
  if (about.nlink > 1 && counted.has(own)) return 0;
  counted.add(own);
  return about.size;
}
