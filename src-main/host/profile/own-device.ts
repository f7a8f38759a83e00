// Who this laptop is: its keys, made once, and its id, which is their hash. A small file
// beside the book, which the book's key opens.

import { hostname } from 'node:os';

import { z } from 'zod';

import { deviceIdOf } from '../../../src-shared/sync/team/log/statement.ts';
import { nodeCrypto as crypto } from '../team/identity/node-crypto.ts';
import type { Vault } from '../keys/vault.ts';
import { openSealedJson, readSealedJson } from './sealed-json.ts';

const keyPair = z.object({ publicKey: z.string(), secretKey: z.string() });

const deviceSchema = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  sign: keyPair.optional(),
  box: keyPair.optional(),
  /** Ids under which records were written before ids were hashes of keys. */
  formerIds: z.array(z.string().min(1)).default([]),
});
/** Earlier versions kept the keys with what they knew of the team. */
const oldKeysSchema = z.object({ sign: keyPair.optional(), box: keyPair.optional() });

export type Device = { id: string; name: string; formerIds: readonly string[] };
export type OwnKeys = { sign: z.infer<typeof keyPair>; box: z.infer<typeof keyPair> };
export type OwnDevice = {
  device: Device;
  keys: OwnKeys;
  /** Where a file is kept that could not be read. */
  aside: string | undefined;
};

export function openOwnDevice(profileDir: string, vault: Vault): OwnDevice {
  const file = openSealedJson(profileDir, 'device', deviceSchema, vault);
  const { value: known, aside } = file;
  const name = known.name ?? hostname();
  const old = readSealedJson(profileDir, 'team', oldKeysSchema, vault);
  const keys = keysOf(known) ?? keysOf(old ?? {});
  const own = keys ?? { sign: crypto.newSignKeys(), box: crypto.newBoxKeys() };
  const id = deviceIdOf({ signKey: own.sign.publicKey, boxKey: own.box.publicKey }, crypto);
  const former = known.id === undefined || known.id === id ? [] : [known.id];
  const formerIds = [...known.formerIds, ...former];
  if (known.id !== id || keysOf(known) === undefined)
    file.writeIfPossible({ id, name, ...own, formerIds });
  return { device: { id, name, formerIds }, keys: own, aside };
}

const keysOf = ({ sign, box }: z.infer<typeof oldKeysSchema>): OwnKeys | undefined =>
  sign === undefined || box === undefined ? undefined : { sign, box };
