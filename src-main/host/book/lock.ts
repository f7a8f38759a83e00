// Who may open the book: everybody who has the profile, or whoever knows its passphrase or
// its recovery words.

import { randomBytes } from 'node:crypto';

import type { BookKeystore, BookProtection } from '../../../src-shared/bridge/host-types.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { secretOf, wordsOf } from '../../../src-shared/sync/team/invite.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Keystore } from '../keys/keystore.ts';
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
  keystore: () => BookKeystore;
  /** Lets the system's keystore open it, or no longer; `wrong-secret` as in `remove`. */
  useKeystore: (isWanted: boolean, secret: string) => Promise<Result<null>>;
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
  /** Undefined where the system has no real one. */
  keystore: Keystore | undefined;
  /** Of the open book. */
  isPlain: () => boolean;
  /** Backups carry the wrapped key, too. */
  rewrapBackups: () => Promise<Result<null>>;
};

export function bookLock({
  keys,
  keystore,
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
    const wrapped = await onDisk(async () => {
      await keys.protect(secrets);
      return ok(null);
    });
    return wrapped.ok ? rewrapBackups() : wrapped;
  };
  return {
    protection() {
      if (isPlain()) return 'none';
      return keys.isSealed() ? 'passphrase' : 'open';
    },
    keystore() {
      if (keystore === undefined) return 'none';
      return keys.isInKeystore() ? 'used' : 'unused';
    },
    async useKeystore(isWanted, secret) {
      if (!isHere() || keystore === undefined) return fail('store-closed');
      const known = await isOpenedBy(secret);
      if (!known.ok) return known;
      return onDisk(async () =>
        (await keys.giveToKeystore(isWanted ? keystore : undefined))
          ? ok(null)
          : fail('keystore-refused'),
      );
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

async function onDisk(work: () => Promise<Result<null>>): Promise<Result<null>> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}
