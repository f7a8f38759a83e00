// The key of a profile's book, as far as it is known, and the file that it is kept in.
// Nothing here ever replaces a key while there is a book that it opens.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

import { failureOfDisk } from '../book/condition/errors.ts';
import { syncFolder } from '../book/backup/files.ts';
import { type DataKey, newDataKey } from './data-key.ts';
import {
  type Keystore,
  ofKeystore,
  openByKeystore,
  takesKeystore,
  withoutKeystore,
  wrapIn,
} from './keystore.ts';
import { keyIdOf } from './sealed-file.ts';
import {
  type KeyFile,
  keyFileNames,
  isKeyFileKeptTwice,
  readKeyFile,
  writeKeyFile,
} from './key-file.ts';
import {
  openKeyFile,
  openSealed,
  openUnwrapped,
  sealedKeyFile,
  type Secrets,
  takesSecret,
} from './wrappers.ts';

/**
 * none: there has never been a key. locked: it takes a secret. unreadable: there is one that
 * cannot be had.
 */
export type KeyStanding = 'known' | 'none' | 'locked' | 'unreadable';

export type NewBookKey = { key: DataKey; commit: () => void };

export type Keyring = {
  standing: () => KeyStanding;
  key: () => DataKey | undefined;
  /**
   * The key for a book that takes this one's place: the profile's, or where that cannot be had
   * the one that came with the book, or a new one. `commit` makes it the profile's.
   */
  forNewBook: (carried?: KeyFile) => NewBookKey;
  /** Whether it takes a secret to have the key at a start. */
  isSealed: () => boolean;
  /** `secret`: the passphrase or the recovery words. False where it opens nothing. */
  unlock: (secret: string) => Promise<boolean>;
  /** Asks the system's keystore, where the key was given to it. */
  askKeystore: (keystore: Keystore) => Promise<void>;
  /**
   * Gives the key to the system's keystore, or (undefined) takes it out of the file again. False
   * where the keystore refuses. Only where it takes a secret otherwise.
   */
  giveToKeystore: (keystore: Keystore | undefined) => Promise<boolean>;
  isInKeystore: () => boolean;
  /** Whether it is one of the secrets that the key takes; false where it takes none. */
  isSecret: (secret: string) => Promise<boolean>;
  /** Forgets the key, where it takes a secret to have it again. */
  lock: () => void;
  /** From now on it takes one of these, or (undefined) none. The key must be known. */
  protect: (secrets: Secrets | undefined) => Promise<void>;
  /** What a copy of the book carries, so that it can be opened elsewhere. */
  wrapped: () => KeyFile | undefined;
};

export function openKeyring(profileDir: string): Keyring {
  let file = readKeyFile(profileDir);
  let key = typeof file === 'string' ? undefined : openUnwrapped(file);
  if (typeof file !== 'string' && !isKeyFileKeptTwice(profileDir)) mend(profileDir, file);

  return {
    standing() {
      if (key !== undefined) return 'known';
      if (typeof file !== 'string') return takesSecret(file) ? 'locked' : 'unreadable';
      return file === 'absent' ? 'none' : 'unreadable';
    },
    key: () => key,
    forNewBook(carried) {
      if (key !== undefined) return { key, commit: () => undefined };
      if (typeof file !== 'string' && takesSecret(file)) throw new Error('the key is locked');
      const old = carried === undefined ? undefined : openUnwrapped(carried);
      const next = old ?? newDataKey();
      return {
        key: next,
        commit() {
          const made = old === undefined || carried === undefined ? openKeyFile(next) : carried;
          setAside(profileDir, next);
          writeKeyFile(profileDir, made);
          file = made;
          key = next;
        },
      };
    },
    isSealed: () => typeof file !== 'string' && openUnwrapped(file) === undefined,
    async unlock(secret) {
      if (typeof file !== 'string') key ??= await openSealed(file, secret);
      return key !== undefined;
    },
    async askKeystore(keystore) {
      if (typeof file !== 'string') key ??= await openByKeystore(file, keystore);
    },
    async giveToKeystore(keystore) {
      if (key === undefined || typeof file === 'string' || !takesSecret(file)) return false;
      const wrapper = keystore === undefined ? undefined : await wrapIn(keystore, key);
      if (keystore !== undefined && wrapper === undefined) return false;
      const { wrappers, ...rest } = withoutKeystore(file);
      const next = {
        ...rest,
        wrappers: [...wrappers, ...(wrapper === undefined ? [] : [wrapper])],
      };
      writeKeyFile(profileDir, next);
      file = next;
      return true;
    },
    isInKeystore: () => typeof file !== 'string' && takesKeystore(file),
    isSecret: async (secret) =>
      typeof file !== 'string' && (await openSealed(file, secret)) !== undefined,
    lock() {
      if (typeof file !== 'string' && takesSecret(file)) key = undefined;
    },
    async protect(secrets) {
      if (key === undefined) throw new Error('no key to protect');
      const next = secrets === undefined ? openKeyFile(key) : await sealedKeyFile(key, secrets);
      // It holds the key itself, which stays the same.
      if (secrets !== undefined && typeof file !== 'string')
        next.wrappers.push(...ofKeystore(file));
      writeKeyFile(profileDir, next);
      file = next;
    },
    wrapped: () => (typeof file === 'string' ? undefined : withoutKeystore(file)),
  };
}

/** A disk that takes nothing now will do at another start. */
function mend(profileDir: string, file: KeyFile): void {
  try {
    writeKeyFile(profileDir, file);
  } catch (error) {
    if (failureOfDisk(error) === undefined) throw error;
  }
}

/** Beside the book they belong to, which is put aside with them: the old key, and what it opens. */
function setAside(profileDir: string, next: DataKey): void {
  const sealed = ['', 'files', 'pictures'].flatMap((folder) => sealedIn(join(profileDir, folder)));
  const found = [
    ...keyFileNames.map((name) => join(profileDir, name)).filter((path) => existsSync(path)),
    ...sealed.filter((path) => keyIdOf(path) !== next.id),
  ];
  if (found.length === 0) return;
  const aside = join(profileDir, 'aside');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  for (const path of found) renameSync(path, join(aside, `${time}-${basename(path)}`));
  syncFolder(aside);
}

const sealedIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sealed'))
        .map((name) => join(folder, name))
    : [];
