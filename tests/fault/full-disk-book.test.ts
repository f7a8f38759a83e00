// The real book on a disk that fills up: Linux and root only (a tmpfs is mounted).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Keeper, openKeeper } from '../../src-main/host/book/open-book.ts';
import { bookPath } from '../../src-main/host/book/recovery/book.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import type { RecordTx } from '../../src-shared/store/record-store.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { mountSmallDisk, type SmallDisk } from '../support/store/small-disk.ts';

/** Where mounting is allowed, a mount that fails is a failure. */
const disks = process.platform === 'linux' && process.getuid?.() === 0 ? ['small disk'] : [];

describe.each(disks)('on a %s', () => {
  let disk: SmallDisk;
  let keeper: Keeper;
  let opened: Keeper | undefined;
  let states: string[];
  let waiting: { state: string; resolve: () => void } | undefined;

  beforeEach(async () => {
    disk = mountSmallDisk(16);
    states = [];
    opened = undefined;
    keeper = await open();
  });
  afterEach(async () => {
    await opened?.close();
    disk.unmount();
  });

  async function open(): Promise<Keeper> {
    const result = await openKeeper(disk.path, {
      onCondition: ({ state }) => {
        states.push(state);
        if (waiting?.state === state) waiting.resolve();
      },
    });
    if (!result.ok) throw new Error(result.error.code);
    opened = result.value;
    return opened;
  }

  const untilState = (state: string) =>
    new Promise<void>((resolve) => {
      if (keeper.condition().state === state) resolve();
      else waiting = { state, resolve };
    });

  async function save(number: number): Promise<Result<null>> {
    const book = keeper.book();
    if (!book.ok) return book;
    const id = `person-${String(number).padStart(5, '0')}`;
    const doc = recordOf({
      id,
      kind: 'person',
      fields: { given: `Person ${number}` },
      note: 'n'.repeat(5_000),
    });
    return book.value.store.write((tx) => {
      tx.put('people', [doc]);
      return ok(null);
    });
  }

  async function countPeople(): Promise<number> {
    const book = keeper.book();
    if (!book.ok) throw new Error(book.error.code);
    expect((await book.value.check()).problems).toEqual([]);
    return book.value.store.count('people');
  }

  test('nothing acknowledged is lost, edits are refused at once and come back without a restart', async () => {
    let saved = 0;
    while (saved < 50 && (await save(saved)).ok) saved += 1;
    disk.fill();
    let last = await save(saved);
    while (last.ok) {
      saved += 1;
      last = await save(saved);
    }
    expect(last).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(states).toEqual(['full']);
    expect(await save(saved)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await countPeople()).toBe(saved);

    disk.free();
    await untilState('ok');
    expect((await save(saved)).ok).toBe(true);
    await keeper.close();
    keeper = await open();
    expect(await countPeople()).toBe(saved + 1);
  });

  test('work in many transactions notices the full disk like any other', async () => {
    expect((await save(0)).ok).toBe(true);
    const book = keeper.book();
    if (!book.ok) throw new Error(book.error.code);
    disk.fill();
    const put = (number: number) => (tx: RecordTx) => {
      tx.put('people', [
        recordOf({ id: `person-${number}`, kind: 'person', fields: {}, note: 'n'.repeat(50_000) }),
      ]);
      return ok(null);
    };
    const done = await book.value.store.inPieces(async (write) => {
      for (let number = 0; number < 200; number += 1) {
        const piece = await write(put(number));
        if (!piece.ok) return piece;
      }
      return ok(null);
    });
    expect(done).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(states).toEqual(['full']);
    disk.free();
    await untilState('ok');
  });

  test('an owner can start over from a damaged book once there is space; it is kept until then and after', async () => {
    expect((await save(0)).ok).toBe(true);
    await keeper.close();
    writeFileSync(bookPath(disk.path), 'this is no database');
    disk.fill();
    keeper = await open();
    expect(keeper.condition().state).toBe('damaged');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await keeper.backups.startEmpty()).toMatchObject({
        ok: false,
        error: { code: 'disk-full' },
      });
      expect(keeper.condition().state).toBe('damaged');
    }
    disk.free();
    const begun = await keeper.backups.startEmpty();
    if (!begun.ok) throw new Error(begun.error.code);
    expect(await countPeople()).toBe(0);
    expect((await save(1)).ok).toBe(true);
    const kept = readdirSync(begun.value.aside).map((name) =>
      readFileSync(join(begun.value.aside, name), 'utf8'),
    );
    expect(kept).toContain('this is no database');
  });

  test('a book on a full disk can still be opened and read', async () => {
    for (let number = 0; number < 20; number += 1) expect((await save(number)).ok).toBe(true);
    await keeper.close();
    disk.fill();
    keeper = await open();
    expect(await countPeople()).toBe(20);
  });
});
