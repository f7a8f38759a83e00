// A book in a folder of its own that goes when the test ends, and records to fill it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import {
  openDatabase,
  type StoreDatabase,
  type StoreOptions,
} from '../../../src-main/host/book/sqlite/open-database.ts';
import type { RecordDoc, RecordId } from '../../../src-shared/domain/record.ts';

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-store-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function tempStore(options?: StoreOptions): StoreDatabase {
  const store = openDatabase(join(tempDir(), 'rapport.sqlite'), options);
  onTestFinished(() => store.close());
  return store;
}

export function record(id: string, overrides: Partial<RecordDoc> = {}): RecordDoc {
  const name = overrides.name ?? `Person ${id}`;
  return {
    id: id as RecordId,
    kind: 'person',
    status: 'live',
    scope: 'team',
    name,
    sortKey: name.toLowerCase(),
    keys: [],
    at: 1,
    createdAt: 1,
    updatedAt: 1,
    fields: { fullName: name },
    sets: {},
    note: '',
    origin: { by: 'alice', device: 'laptop', at: 1, source: { type: 'typed' } },
    stamps: {},
    conflicts: [],
    ...overrides,
  };
}
