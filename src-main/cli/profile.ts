// A profile opened without a window: its lock, and the same keeper of the book as the
// shells use.

import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import type { CommandContext } from '../../src-shared/records/context.ts';
import { createCommandContext } from '../host/command-context.ts';
import { type Keeper, openKeeper } from '../host/book/open-book.ts';
import type { Book } from '../host/book/book.ts';
import { openVault } from '../host/keys/vault.ts';
import { openSettings, type SettingsFile } from '../host/profile/settings.ts';
import { refusalOf } from '../host/book/condition/condition.ts';
import { lockProfile } from '../host/profile/lock.ts';

export type OpenProfile = {
  dir: string;
  settings: SettingsFile;
  keeper: Keeper;
  book: Book;
  context: () => CommandContext;
};

/** Runs `work` with the profile locked and its book open; both are let go in the end. */
export async function withProfile<T>(
  dir: string,
  work: (profile: OpenProfile) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withLock(dir, async () => {
    // Nobody listens: after very many changes nothing is kept for windows.
    const keeper = await openKeeper(dir, { onMany: () => undefined });
    if (!keeper.ok) return keeper;
    try {
      await keeper.value.ready;
      const unlocked = await unlock(keeper.value);
      if (!unlocked.ok) return unlocked;
      const book = keeper.value.book();
      if (!book.ok) return fail(refusalOf(keeper.value.condition()) ?? book.error.code);
      const key = keeper.value.keys.key();
      if (key === undefined) return fail('no-key');
      const settings = openSettings(dir, openVault(key));
      const context = createCommandContext(settings);
      return await work({ dir, settings, keeper: keeper.value, book: book.value, context });
    } finally {
      await keeper.value.close();
    }
  });
}

/** A locked book opens with what the environment says, as a backup's passphrase does. */
async function unlock({ condition, lock }: Keeper): Promise<Result<null>> {
  if (condition().state !== 'locked') return ok(null);
  return bookSecret === undefined ? fail('book-locked') : lock.unlock(bookSecret);
}
export const bookSecret = process.env['RAPPORT_BOOK_PASSPHRASE'] || undefined;

/** For what must work without an open book, too. */
export async function withLock<T>(dir: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const lock = lockProfile(dir);
  if (!lock.ok) return lock;
  try {
    return await work();
  } finally {
    lock.value.release();
  }
}

/**
 * What every command answers: data for --json, lines of words else. `remark` is for
 * people only, and not part of what was asked for. `isDone` false: damage was found, or
 * nothing came in, which the exit code says too.
 */
export type Answer = {
  json: unknown;
  lines: string[];
  remark?: string | undefined;
  isDone?: boolean;
};
export const answer = (json: unknown, lines: string[], remark?: string): Result<Answer> =>
  ok({ json, lines, remark });
