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
/** `device` and `keys` are always those of now. */
export type OwnDevice = {
  device: Device;
  keys: OwnKeys;
  /** Where a file is kept that could not be read. */
  aside: string | undefined;
  /** This laptop goes by other keys from now on, under which a team lets it in again. */
  renew: (keys: OwnKeys) => void;
};

export function openOwnDevice(profileDir: string, vault: Vault): OwnDevice {
  const file = openSealedJson(profileDir, 'device', deviceSchema, vault);
  const { value: known, aside } = file;
  const name = known.name ?? hostname();
  const old = readSealedJson(profileDir, 'team', oldKeysSchema, vault);
  const keys = keysOf(known) ?? keysOf(old ?? {});
  let own = keys ?? newOwnKeys();
  let id = idOf(own);
  let formerIds =
    known.id === undefined || known.id === id ? known.formerIds : [...known.formerIds, known.id];
  if (known.id !== id || keysOf(known) === undefined)
    file.writeIfPossible({ id, name, ...own, formerIds });
  return {
    device: {
      name,
      get id() {
        return id;
      },
      get formerIds() {
        return formerIds;
      },
    },
    keys: {
      get sign() {
        return own.sign;
      },
      get box() {
        return own.box;
      },
    },
    aside,
    renew: (next) => {
      const before = [...formerIds, id];
      file.write({ id: idOf(next), name, ...next, formerIds: before });
      [own, id, formerIds] = [next, idOf(next), before];
    },
  };
}

export const newOwnKeys = (): OwnKeys => ({
  sign: crypto.newSignKeys(),
  box: crypto.newBoxKeys(),
});

const idOf = ({ sign, box }: OwnKeys): string =>
  deviceIdOf({ signKey: sign.publicKey, boxKey: box.publicKey }, crypto);

const keysOf = ({ sign, box }: z.infer<typeof oldKeysSchema>): OwnKeys | undefined =>
  sign === undefined || box === undefined ? undefined : { sign, box };
