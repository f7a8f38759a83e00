// The ways in which a data key is kept. Each opens alone.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { z } from 'zod';

import { secretOf } from '../../../src-shared/sync/team/invite.ts';
import { type DataKey, dataKeyOf } from './data-key.ts';
import type { KeyFile, Wrapper } from './key-file.ts';
import { isBearable, stretch, usualCost } from './stretch.ts';

/** Not wrapped at all: whoever has the file has the key. */
const openSchema = z.object({ kind: z.literal('open'), key: z.string().regex(/^[0-9a-f]{64}$/) });

/** By AES-256-GCM under what scrypt makes of a secret; bytes as base64. */
const sealedSchema = z.object({
  kind: z.enum(['passphrase', 'words']),
  cost: z.object({ logN: z.number(), r: z.number(), p: z.number() }),
  salt: z.string(),
  nonce: z.string(),
  sealed: z.string(),
});
type Sealed = z.infer<typeof sealedSchema>;
export type Secrets = { readonly [kind in Sealed['kind']]: string };

const tagBytes = 16;
const method = 'aes-256-gcm';

/** The key for everybody who has the file. */
export const openKeyFile = (key: DataKey): KeyFile => ({
  format: 1,
  id: key.id,
  wrappers: [{ kind: 'open', key: key.hex }],
});

/** The key for whoever knows one of the secrets. */
export async function sealedKeyFile(key: DataKey, secrets: Secrets): Promise<KeyFile> {
  const wrappers: Wrapper[] = [];
  for (const kind of ['passphrase', 'words'] as const)
    wrappers.push(await seal(kind, secrets[kind], key));
  return { format: 1, id: key.id, wrappers };
}

/** Undefined where it takes a secret. */
export function openUnwrapped(file: KeyFile): DataKey | undefined {
  for (const wrapper of file.wrappers) {
    const { data } = openSchema.safeParse(wrapper);
    const key = data === undefined ? undefined : dataKeyOf(Buffer.from(data.key, 'hex'));
    if (key?.id === file.id) return key;
  }
  return undefined;
}

export const takesSecret = (file: KeyFile): boolean =>
  file.wrappers.some((wrapper) => sealedSchema.safeParse(wrapper).success);

/** `secret`: the passphrase, or the twelve words. Undefined where it opens nothing. */
export async function openSealed(file: KeyFile, secret: string): Promise<DataKey | undefined> {
  for (const wrapper of file.wrappers) {
    const { data } = sealedSchema.safeParse(wrapper);
    const bytes = data === undefined ? undefined : await unseal(data, secret);
    const key = bytes === undefined ? undefined : dataKeyOf(bytes);
    if (key?.id === file.id) return key;
  }
  return undefined;
}

async function seal(kind: Sealed['kind'], secret: string, key: DataKey): Promise<Sealed> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const under = await stretch(textOf(kind, secret) ?? secret, salt, usualCost);
  const cipher = createCipheriv(method, under, nonce);
  const sealed = Buffer.concat([
    cipher.update(Buffer.from(key.hex, 'hex')),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  return { kind, cost: usualCost, salt: text(salt), nonce: text(nonce), sealed: text(sealed) };
}

async function unseal(wrapper: Sealed, secret: string): Promise<Buffer | undefined> {
  const text = textOf(wrapper.kind, secret);
  if (text === undefined || !isBearable(wrapper.cost)) return undefined;
  const under = await stretch(text, Buffer.from(wrapper.salt, 'base64'), wrapper.cost);
  const sealed = Buffer.from(wrapper.sealed, 'base64');
  try {
    const decipher = createDecipheriv(method, under, Buffer.from(wrapper.nonce, 'base64'), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Words however they are written; undefined where they are none. */
const textOf = (kind: Sealed['kind'], secret: string): string | undefined =>
  kind === 'words' ? secretOf(secret) : secret;
