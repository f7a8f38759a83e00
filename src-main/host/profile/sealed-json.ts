// A small JSON file that only the book's key opens: `NAME.sealed` in the profile. Replaced
// whole, so that a crash leaves the old or the new one, never half of either.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { z } from 'zod';

import { parseJson } from '../../../src-shared/values/parse-json.ts';
import { failureOfDisk } from '../book/condition/errors.ts';
import { readSealed, writeSealed } from '../keys/sealed-file.ts';
import type { Vault } from '../keys/vault.ts';
import { putAside } from './json-file.ts';

export type SealedName = 'device' | 'feeds' | 'settings' | 'team';

export type SealedJson<Value> = {
  /** What the parser made of it; of an empty object where there was none, or none that could be read. */
  value: Value;
  /** Where the file is kept that could not be read. */
  aside: string | undefined;
  /** Throws the file system's error (ENOSPC, EROFS) when the disk refuses. */
  write: (value: unknown) => void;
  /**
   * For what the next start can work out again: a disk that refuses does not stop this one.
   * Whether it was written.
   */
  writeIfPossible: (value: unknown) => boolean;
  /** Answers with where the file is now. */
  putAside: () => string;
};

export const sealedPath = (profileDir: string, name: SealedName): string =>
  join(profileDir, `${name}.sealed`);

/** Undefined where there is none, or none that could be read. */
export function readSealedJson<Schema extends z.ZodType>(
  profileDir: string,
  name: SealedName,
  schema: Schema,
  vault: Vault,
): z.output<Schema> | undefined {
  const path = sealedPath(profileDir, name);
  // As an earlier version left it, while the disk has no room for the sealed one.
  const plain = join(profileDir, `${name}.json`);
  const text = existsSync(path)
    ? readSealed(path, vault, name)?.toString('utf8')
    : existsSync(plain) && name !== 'settings'
      ? readFileSync(plain, 'utf8')
      : undefined;
  return text === undefined ? undefined : schema.safeParse(parseJson(text)).data;
}

export function openSealedJson<Schema extends z.ZodType>(
  profileDir: string,
  name: SealedName,
  schema: Schema,
  vault: Vault,
): SealedJson<z.output<Schema>> {
  const path = sealedPath(profileDir, name);
  const known = readSealedJson(profileDir, name, schema, vault);
  const write = (value: unknown): void =>
    writeSealed(path, vault, name, Buffer.from(JSON.stringify(value)));
  return {
    value: known ?? schema.parse({}),
    aside: known === undefined && existsSync(path) ? putAside(profileDir, path) : undefined,
    write,
    writeIfPossible: (value) => {
      try {
        write(value);
        return true;
      } catch (error) {
        if (failureOfDisk(error) === undefined) throw error;
        return false;
      }
    },
    putAside: () => putAside(profileDir, path),
  };
}
