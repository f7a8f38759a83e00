// Files of hundreds of megabytes: read to their end, or refused before they are read.
import { describe, expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../src-shared/store/memory-record-store.ts';
import { openImport } from '../../src-shared/transfer/import/open-import.ts';

describe('a file', () => {
  it('of 200 MB is read to its end', async () => {
    const line = `Ana,${'note '.repeat(170_000)},a@x.example\n`;
    const piece = new TextEncoder().encode(line);
    const pieces = [
      new TextEncoder().encode('First Name,Notes,Email\n'),
      ...Array.from({ length: 235 }, () => piece),
    ];
    const session = openImport(
      { name: 'big.csv', bytes: pieces },
      { yieldNow: async () => undefined },
    );
    const plan = await session.plan({}, createMemoryRecordStore());
    expect(plan).toMatchObject({
      ok: true,
      value: { counts: { create: 1, skip: 234, cannot: 0 } },
    });
  });

  it('of more than 256 MB is refused before it is read', async () => {
    const megabytes = new Uint8Array(64 * 1024 * 1024);
    const session = openImport(
      { name: 'big.csv', bytes: [megabytes, megabytes, megabytes, megabytes, new Uint8Array(1)] },
      { yieldNow: async () => undefined },
    );
    expect(await session.plan({}, createMemoryRecordStore())).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
  });
});
