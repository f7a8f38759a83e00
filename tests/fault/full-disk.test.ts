// The small disk is a tmpfs: it needs Linux and root. Elsewhere the first test runs alone.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  type ConditionWatch,
  watchCondition,
} from '../../src-main/host/book/condition/condition.ts';
import { type SqlFile } from '../../src-main/host/book/sqlite/driver.ts';
import { probeDisk } from '../../src-main/host/book/condition/probe.ts';
import type { StoreCondition } from '../../src-shared/bridge/host-types.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { mountSmallDisk, type SmallDisk } from '../support/store/small-disk.ts';
import {
  addEntries,
  countEntries,
  openToy,
  toyBackups,
  toyPath,
} from '../support/sync/toy-book.ts';

/** Where mounting is allowed, a mount that fails is a failure. */
const disks = process.platform === 'linux' && process.getuid?.() === 0 ? ['small disk'] : [];

/** A watch whose interval passes when the test says so. */
function handWatch(probe: () => void) {
  const seen: StoreCondition['state'][] = [];
  let planned: (() => void) | undefined;
  const watch = watchCondition({
    probe,
    backups: () => [],
    onChange: (condition) => seen.push(condition.state),
    every: 1_000,
    later: (task) => {
      planned = task;
      return () => (planned = undefined);
    },
  });
  return { watch, seen, isPlanned: () => planned !== undefined };
}

test('edits are refused at once while the disk refuses writes, and go through again after a good probe', async () => {
  let isFull = true;
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const { watch, seen, isPlanned } = handWatch(() => {
    if (isFull) throw full;
  });
  expect(await watch.guard(() => Promise.reject(full))).toMatchObject({
    error: { code: 'disk-full' },
  });
  let reached = 0;
  const edit = () => watch.guard(async () => ok(++reached));
  expect(await edit()).toMatchObject({ error: { code: 'disk-full' } });
  await watch.look();
  expect([reached, isPlanned(), watch.current().state]).toEqual([0, true, 'full']);
  isFull = false;
  await watch.look();
  expect(await edit()).toEqual(ok(1));
  expect([seen, isPlanned()]).toEqual([['full', 'ok'], false]);
  watch.report({ code: 'store-damaged' });
  watch.report({ code: 'disk-full' });
  expect(watch.current().state).toBe('damaged');
  expect(await edit()).toMatchObject({ error: { code: 'store-damaged' } });
});

describe.each(disks)('on a %s', () => {
  let disk: SmallDisk;
  let book: SqlFile;
  let watch: ConditionWatch;

  beforeEach(() => {
    disk = mountSmallDisk(12);
    book = openToy(toyPath(disk.path));
    watch = handWatch(() => probeDisk(disk.path)).watch;
  });
  afterEach(() => {
    watch.stop();
    if (book.open) book.close();
    disk.unmount();
  });

  const save = (): Promise<Result<null>> =>
    watch.guard(async () => {
      addEntries(book, 1, 'y'.repeat(20_000));
      return ok(null);
    });

  test('a full disk loses nothing, is said, and edits go on once there is room', async () => {
    let saved = 0;
    while (saved < 30 && (await save()).ok) saved += 1;
    disk.fill();
    while ((await save()).ok) saved += 1;
    expect(watch.current()).toEqual({ state: 'full' });
    expect(countEntries(book)).toBe(saved);
    await watch.look();
    expect(watch.current()).toEqual({ state: 'full' });
    disk.free();
    await watch.look();
    expect(watch.current()).toEqual({ state: 'ok' });
    expect(await save()).toEqual(ok(null));
    book.close();
    book = openToy(toyPath(disk.path));
    expect(countEntries(book)).toBe(saved + 1);
  });

  test('a backup that does not fit fails whole and leaves the book and the other backups alone', async () => {
    addEntries(book, 10);
    const backups = toyBackups(disk.path);
    expect((await backups.make()).ok).toBe(true);
    disk.fill();
    expect(await backups.make()).toMatchObject({ error: { code: 'disk-full' } });
    disk.free();
    expect(backups.list()).toHaveLength(1);
    expect(countEntries(book)).toBe(10);
  });

  test('a disk that became read-only is said and edits come back with it', async () => {
    expect((await save()).ok).toBe(true);
    book.close();
    disk.remount('ro');
    const refused = await watch.guard(async () => {
      probeDisk(disk.path);
      return ok(null);
    });
    expect(refused).toMatchObject({ error: { code: 'disk-read-only' } });
    disk.remount('rw');
    await watch.look();
    book = openToy(toyPath(disk.path));
    expect(await save()).toEqual(ok(null));
  });
});
