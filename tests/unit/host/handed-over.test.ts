// Files that windows hand over: bounded together, and gone with their window.

import { expect, test } from 'vitest';

import { createReceivedFiles, mostBytes } from '../../../src-main/host/handover/received-files.ts';
import { createImportSessions } from '../../../src-main/host/services/import-sessions.ts';
import { createWindowFiles } from '../../../src-main/host/window-files.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import { handlersWith } from '../../support/host/handlers.ts';

const piece = new Uint8Array(64 * 1024);
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

test('no more than half a gigabyte, and fifty files, wait at once', () => {
  const received = createReceivedFiles();
  const large = [1, 2].map(() => valueOf(received.open('a.csv', mostBytes)).file);
  expect(received.open('b.csv', 1)).toMatchObject({ error: { code: 'too-many-files' } });
  for (const file of large) received.close(file);
  for (let at = 0; at < 50; at++) expect(received.open('a.csv', 10).ok).toBe(true);
  expect(received.open('b.csv', 1)).toMatchObject({ error: { code: 'too-many-files' } });
});

test('a file does not come in crumbs, which would weigh more than it', () => {
  const received = createReceivedFiles();
  const { file } = valueOf(received.open('a.csv', piece.length + 3));
  for (const bytes of [new Uint8Array(), new Uint8Array(1), piece.subarray(1)])
    expect(received.put(file, bytes)).toMatchObject({ error: { code: 'bad-input' } });
  expect(received.put(file, piece).ok).toBe(true);
  expect(received.put(file, new Uint8Array(3))).toEqual(ok({ received: piece.length + 3 }));
  expect(received.take(file)).toMatchObject({ ok: true });
});

function openHost() {
  const received = createReceivedFiles();
  const imports = createImportSessions(received, String);
  let finish = (): void => undefined;
  const handlers = handlersWith({
    'handover.open': ({ name, size }) => received.open(name, size),
    'handover.put': ({ file, bytes }) => received.put(file, bytes),
    'import.apply': () =>
      new Promise((resolve) => {
        finish = () => resolve(ok({} as never));
      }),
    'import.close': ({ file }) => imports.close(file),
  });
  return { received, imports, handlers, finish: () => finish() };
}

test('what a window handed over ends with it, and nobody else’s does', async () => {
  const { received, imports, handlers } = openHost();
  const [mine, theirs] = [createWindowFiles(handlers), createWindowFiles(handlers)];
  const open = async ({ handlers: own }: typeof mine): Promise<string> => {
    const { file } = valueOf(await own['handover.open']({ name: 'a.csv', size: piece.length }));
    await own['handover.put']({ file, bytes: piece });
    return file;
  };
  const [waiting, begun, other] = [await open(mine), await open(mine), await open(theirs)];
  const { abort } = valueOf(imports.of(begun));
  await mine.close();
  expect(received.take(waiting)).toMatchObject({ error: { code: 'not-found' } });
  expect(imports.of(begun)).toMatchObject({ error: { code: 'not-found' } });
  expect(abort.signal.aborted).toBe(true);
  expect(received.take(other).ok).toBe(true);
  // One that was on its way in when the window went.
  expect(received.take(await open(mine).catch(() => ''))).toMatchObject({ ok: false });
});

test('what is being imported when its window goes is imported to its end', async () => {
  const { imports, handlers, finish } = openHost();
  const window = createWindowFiles(handlers);
  const { file } = valueOf(await window.handlers['handover.open']({ name: 'a.csv', size: 0 }));
  const { abort } = valueOf(imports.of(file));
  const applied = window.handlers['import.apply']({ file });
  const closed = window.close();
  expect(abort.signal.aborted).toBe(false);
  finish();
  expect(await applied).toMatchObject({ ok: true });
  await closed;
  expect(imports.of(file)).toMatchObject({ error: { code: 'not-found' } });
});
