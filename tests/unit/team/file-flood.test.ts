// A teammate that asks for files as fast as it can.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { createFileExchange } from '../../../src-main/host/attachments/exchange.ts';
import { createFileStore } from '../../../src-main/host/attachments/store.ts';
import { vaultIn } from '../../support/store/vault-in.ts';

const dir = mkdtempSync(join(tmpdir(), 'rapport-files-flood-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('ten thousand questions at once get a hundred answers, and others their own', async () => {
  const files = createFileStore(dir, vaultIn(dir));
  const hash = files.keep(Buffer.from('words'));
  const sent: string[] = [];
  const exchange = createFileExchange({
    files,
    isShared: async () => true,
    links: {
      linked: () => new Set(['mallory', 'bob']),
      sendTo: (to, { t }) => void sent.push(`${to} ${t}`),
    },
    onChange: () => undefined,
    onBug: (error) => {
      throw error;
    },
  });
  const ask = (device: string): void => exchange.receive(device, { t: 'file-want', hash, from: 0 });
  for (let count = 0; count < 10_000; count++) ask('mallory');
  ask('bob');
  await expect.poll(() => sent.at(-1)).toBe('bob file-piece');
  expect(sent).toHaveLength(101);
  ask('mallory');
  await expect.poll(() => sent.at(-1)).toBe('mallory file-piece');
});
