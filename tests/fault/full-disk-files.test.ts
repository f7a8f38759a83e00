// Attaching files to a disk that is full: Linux and root only (a tmpfs is mounted).
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Host, openHost } from '../../src-main/host/host.ts';
import { createHostClient, type HostClient } from '../../src-shared/bridge/client.ts';
import { createMemoryPorts } from '../../src-shared/bridge/memory-port.ts';
import { mountSmallDisk, type SmallDisk } from '../support/store/small-disk.ts';

/** Where mounting is allowed, a mount that fails is a failure. */
const disks = process.platform === 'linux' && process.getuid?.() === 0 ? ['small disk'] : [];

describe.each(disks)('on a %s', () => {
  let disk: SmallDisk;
  let host: Host;
  let client: HostClient;
  const bugs: unknown[] = [];

  beforeEach(async () => {
    disk = mountSmallDisk(24);
    const opened = await openHost({
      profileDir: disk.path,
      shell: 'browser',
      onBug: (error) => bugs.push(error),
    });
    if (!opened.ok) throw new Error(opened.error.code);
    host = opened.value;
    const [ofHost, ofWindow] = createMemoryPorts();
    host.attach(ofHost);
    client = createHostClient(ofWindow);
  });
  afterEach(async () => {
    await host.close();
    disk.unmount();
  });

  async function attach(bytes: Buffer<ArrayBuffer>) {
    const opened = await client.request('handover.open', { name: 'a', size: bytes.length });
    if (!opened.ok) throw new Error(opened.error.code);
    const { file } = opened.value;
    await client.request('handover.put', { file, bytes });
    return client.request('files.keep', { file });
  }
  const look = async (hash: string) => client.request('files.take', { hash });

  test('it is said, what is attached stays, nothing half is left, and it goes on once there is room', async () => {
    const first = await attach(randomBytes(100_000));
    if (!first.ok) throw new Error(first.error.code);
    const before = readdirSync(join(disk.path, 'files'));
    disk.fill();
    expect(await attach(randomBytes(300_000))).toMatchObject({ error: { code: 'disk-full' } });
    expect(await look(first.value.hash)).toMatchObject({ error: { code: 'disk-full' } });
    expect(readdirSync(join(disk.path, 'files'))).toEqual(before);
    disk.free();
    expect(await look(first.value.hash)).toMatchObject({ ok: true, value: { size: 100_000 } });
    expect(await attach(randomBytes(300_000))).toMatchObject({ ok: true });
    expect(bugs).toEqual([]);
  });
});
