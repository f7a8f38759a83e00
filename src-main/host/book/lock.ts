// Who may open the book: everybody who has the profile, or whoever knows its passphrase or
// its recovery words.

import { randomBytes } from 'node:crypto';

import type { BookProtection } from '../../../src-shared/bridge/host-types.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { secretOf, wordsOf } from '../../../src-shared/sync/team/invite.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Secrets } from '../keys/wrappers.ts';
import { failureOfDisk } from './condition/errors.ts';

export type BookLock = {
  protection: () => BookProtection;
  /** Twelve new recovery words; nothing is kept of them until `protect`. */
  proposeWords: () => string;
  /**
   * From now on it takes one of these; backups in the profile, too. `wrong-secret` where it
   * takes one already and `present` is none of those.
   */
  protect: (secrets: Secrets, present?: string) => Promise<Result<null>>;
  /** `wrong-secret` where it takes another. */
  isOpenedBy: (secret: string) => Promise<Result<null>>;
  /** From now on it takes none; `wrong-secret` where this is not one that it takes now. */
  remove: (secret: string) => Promise<Result<null>>;
  /** `wrong-secret` where the secret opens nothing. */
  unlock: (secret: string) => Promise<Result<null>>;
  /** Closes the book until it is unlocked. */
  lock: () => Promise<Result<null>>;
};

/** The book, as far as it is opened and closed. */
export type Doors = {
  isOpen: () => boolean;
  close: () => Promise<void>;
  open: () => Promise<Result<null>>;
};

type LockNeeds = Doors & {
  keys: Keyring;
  /** Of the open book. */
  isPlain: () => boolean;
  /** Backups carry the wrapped key, too. */
  rewrapBackups: () => Promise<Result<null>>;
};

export function bookLock({
  keys,
  isPlain,
  rewrapBackups,
  isOpen,
  close,
  open,
}: LockNeeds): BookLock {
  const isHere = (): boolean => keys.key() !== undefined && isOpen() && !isPlain();
  const isOpenedBy = async (secret: string): Promise<Result<null>> =>
    (await keys.isSecret(secret)) ? ok(null) : fail('wrong-secret');
  const wrap = async (secrets: Secrets | undefined): Promise<Result<null>> => {
    try {
      await keys.protect(secrets);
    } catch (error) {
      const failure = failureOfDisk(error);
      if (failure === undefined) throw error;
      return { ok: false, error: failure };
    }
    return rewrapBackups();
  };
  return {
    protection() {
      if (isPlain()) return 'none';
      return keys.isSealed() ? 'passphrase' : 'open';
    },
    proposeWords: () => wordsOf(randomBytes(16).toString('base64url')),
    async protect(secrets, present) {
      if (!isHere()) return fail('store-closed');
      if (secretOf(secrets.words) === undefined) return fail('bad-input');
      const known = keys.isSealed() ? await isOpenedBy(present ?? '') : ok(null);
      return known.ok ? wrap(secrets) : known;
    },
    isOpenedBy,
    async remove(secret) {
      if (!isHere()) return fail('store-closed');
      const known = await isOpenedBy(secret);
      return known.ok ? wrap(undefined) : known;
    },
    async unlock(secret) {
      if (isOpen()) return ok(null);
      return (await keys.unlock(secret)) ? open() : fail('wrong-secret');
    },
    async lock() {
      if (!keys.isSealed()) return fail('changed-since');
      await close();
      keys.lock();
      return open();
    },
  };
}
