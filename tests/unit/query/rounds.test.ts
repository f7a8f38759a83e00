// A round is started by a view: whom it goes to is fixed, who comes to fit later waits, and what
// is more than one round holds is refused with both numbers.

import { expect, it, onTestFinished } from 'vitest';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import { createCommandContext } from '../../../src-main/host/command-context.ts';
import { openSettings } from '../../../src-main/host/profile/settings.ts';
import type { ServiceContext } from '../../../src-main/host/services/context.ts';
import { roundHandlers } from '../../../src-main/host/services/round-handlers.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { mostInRound } from '../../../src-shared/domain/round.ts';
import { putAll, recordOf } from '../../support/store/sample-records.ts';
import { tempDir } from '../../support/store/store-fixtures.ts';
import { vaultIn } from '../../support/store/vault-in.ts';

const here = { zone: 'Europe/Berlin', weekStart: 1 as const };
const everybody = { of: 'people' };

async function openBook(docs: readonly RecordDoc[]) {
  const dir = tempDir();
  const keeper = await openKeeper(dir);
  const { book, close } = valueOf(keeper);
  onTestFinished(() => close());
  const { store } = valueOf(book());
  await putAll(store, docs);
  const settings = openSettings(dir, vaultIn(dir));
  const commandContext = createCommandContext(settings);
  const context = { book, settings, commandContext } as unknown as ServiceContext;
  return { ...roundHandlers(context), put: (more: readonly RecordDoc[]) => putAll(store, more) };
}

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const people = (count: number, from = 0): RecordDoc[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `p${String(from + at).padStart(5, '0')}`;
    return recordOf({ id, kind: 'person', fields: { given: id } });
  });

const wanted = { ...here, view: everybody, name: 'Spring', each: 'call', scope: 'team' } as const;

it('holds on to whom it began with, over several parts; who comes later waits', async () => {
  const book = await openBook(people(600));
  const { run, leftOut } = valueOf(await book['rounds.start'](wanted));
  expect(leftOut).toBe(0);
  await book.put(people(3, 600));
  const read = valueOf(await book['rounds.read']({ run, zone: here.zone }));
  expect(read.people).toEqual(people(600).map(({ id }) => id));
  expect(await book['rounds.waiting']({ ...here, run })).toMatchObject({ value: { count: 3 } });
  const far = valueOf(await book['rounds.progress']({ runs: [run], zone: here.zone }));
  expect(far).toEqual({ [run]: { total: 600, done: 0 } });
});

it('refuses nobody, and more than it holds, and says how many they are', async () => {
  const book = await openBook([]);
  expect(await book['rounds.start'](wanted)).toMatchObject({ error: { code: 'round-empty' } });
  await book.put(people(mostInRound + 1));
  expect(await book['rounds.start'](wanted)).toMatchObject({
    error: { code: 'round-too-long', detail: { count: mostInRound + 1, most: mostInRound } },
  });
});
