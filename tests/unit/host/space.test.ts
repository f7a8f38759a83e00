// How much room everything takes: what keeps each attached file, and that only what nothing
// keeps is let go.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { attachmentItem } from '../../../src-shared/domain/attachment.ts';
import type { Command, Ref } from '../../../src-shared/records/command.ts';
import { create, edit, putItem, removeItem } from '../../../src-shared/records/intents/edits.ts';
import { handOver, type OpenHost, openPlainHost } from '../../support/network/host-pair.ts';

let host: OpenHost;
beforeEach(async () => {
  host = await openPlainHost('f4:92:bf:00:00:01');
});
afterEach(() => host.close());

/** A person with a file of so many letters. */
async function withFile(given: string, letters: number): Promise<{ ref: Ref; hash: string }> {
  const file = await handOver(host, 'file', given.padEnd(letters));
  const { hash, size } = await host.ask('files.keep', { file });
  const command = create({ kind: 'person', fields: { given } });
  const { ids } = await host.ask('command.run', { command });
  const ref: Ref = { collection: 'people', id: ids[0] ?? '' };
  const item = { ...attachmentItem(hash, `${given}.txt`, size), id: 'file1' };
  await run(edit(putItem(ref, 'files', item)));
  return { ref, hash };
}
const run = (command: Command) => host.ask('command.run', { command });
async function look() {
  const space = await host.ask('files.space', {});
  const told = space.files.map(({ name, keptBy, owners }) => [
    name,
    keptBy,
    owners.map((owner) => owner.name).join(),
  ]);
  return { ...space, told };
}

test('the largest file comes first, each with what keeps it; only what nothing keeps can go', async () => {
  const small = await withFile('Ada', 20_000);
  const large = await withFile('Ben', 90_000);
  const off = await withFile('Cem', 50_000);
  expect((await look()).told).toEqual([
    ['Ben.txt', 'record', 'Ben'],
    ['Cem.txt', 'record', 'Cem'],
    ['Ada.txt', 'record', 'Ada'],
  ]);
  expect((await look()).free).toEqual({ count: 0, bytes: 0 });

  await run({ type: 'trash', refs: [large.ref] });
  const taken = await run(edit(removeItem(off.ref, 'files', 'file1')));
  const { told, files, free, parts } = await look();
  expect(told).toEqual([
    ['Ben.txt', 'trash', 'Ben'],
    [undefined, 'nothing', ''],
    ['Ada.txt', 'record', 'Ada'],
  ]);
  expect(files[1]?.until).toBeGreaterThan(Date.now());
  expect(free).toEqual({ count: 1, bytes: files[1]?.bytes });
  // Also what is kept is asked for, and stays.
  const hashes = [small.hash, large.hash, off.hash];
  expect(await host.ask('files.free', { hashes })).toEqual(free);
  expect((await look()).told.map(([name]) => name)).toEqual(['Ben.txt', 'Ada.txt']);
  expect((await look()).parts.files).toBe(parts.files - free.bytes);
  // Its name comes back, and says that what was in it is not here.
  await run({ type: 'undo', action: taken.action });
  expect(await host.ask('files.states', { hashes })).toMatchObject([
    { state: 'here' },
    { state: 'here' },
    { state: 'away' },
  ]);
});

test('what undo brings back is there; what backups share is counted once, and the parts are all there is', async () => {
  const one = await withFile('Ada', 200_000);
  const taken = await run(edit(removeItem(one.ref, 'files', 'file1')));
  expect((await look()).told).toEqual([[undefined, 'nothing', '']]);
  await run({ type: 'undo', action: taken.action });
  expect((await look()).told).toEqual([['Ada.txt', 'record', 'Ada']]);
  const { parts: before } = await look();
  await host.ask('backup.make', {});
  const { parts } = await look();
  expect(parts.files).toBe(before.files);
  const { profileDir } = await host.ask('host.info', {});
  const paths = readdirSync(profileDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)));
  const sizeByFile = new Map(paths.map(({ ino, size }) => [ino, size]));
  const all = [...sizeByFile.values()].reduce((sum, size) => sum + size, 0);
  expect(Object.values(parts).reduce((sum, size) => sum + size, 0)).toBe(all);
  expect(paths.length).toBeGreaterThan(sizeByFile.size);
});
