// backup FILE and restore FILE. A restore works on a damaged book too; the book that
// was there is kept in the profile's `aside` folder.

import { resolve } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { bookBackups, bookOpening } from '../../host/book/recovery/book.ts';
import { type Keyring, openKeyring } from '../../host/keys/keyring.ts';
import { openOrRecover } from '../../host/book/recovery/recovery.ts';
import { type Answer, answer, bookSecret, withLock, withProfile } from '../profile.ts';
import { readableAt, writableAt } from '../target-file.ts';
import { say } from '../../say.ts';

const passphrase = (): string | undefined => process.env['RAPPORT_PASSPHRASE'] || undefined;

export const backup = (dir: string, file: string): Promise<Result<Answer>> =>
  withProfile(dir, async ({ keeper }) => {
    const place = writableAt(resolve(file));
    if (!place.ok) return place;
    const made = await bookBackups(dir, keeper.keys).makeFile(file, passphrase());
    if (!made.ok) return made;
    const { size } = made.value;
    return answer({ file: resolve(file), size }, [
      say('cli.backedUp', { path: resolve(file), size }),
    ]);
  });

export const restore = (dir: string, file: string): Promise<Result<Answer>> =>
  withLock(dir, async () => {
    const place = readableAt(resolve(file));
    if (!place.ok) return place;
    const keys = openKeyring(dir);
    if (bookSecret !== undefined) await keys.unlock(bookSecret);
    if (keys.standing() === 'locked') return fail('book-locked');
    const book = { close: () => undefined, reopen: () => reopen(dir, keys) };
    const restored = await bookBackups(dir, keys).restoreFile(resolve(file), book, passphrase());
    if (!restored.ok) return restored;
    return answer({ file: resolve(file) }, [say('cli.restored', { path: resolve(file) })]);
  });

/** Opens what was restored once, to know that it opens. */
async function reopen(dir: string, keys: Keyring): Promise<Result<null>> {
  const opening = bookOpening(dir, keys);
  const opened = await openOrRecover(opening);
  if (!opened.ok) return opened;
  if (opened.value.state !== 'open') return fail('store-damaged');
  await opening.close(opened.value.book);
  return ok(null);
}
