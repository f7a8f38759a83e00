// What is encrypted beside the book, under keys that are derived from the book's:
//
//   HKDF-SHA256 (RFC 5869) makes a key of its own for each use, and for each thing in it
//   AES-256-GCM (NIST SP 800-38D) under a fresh nonce of 96 random bits: nonce | bytes | tag
//   names are HMAC-SHA256 under such a key: without the key nobody can tell what a name is of

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import type { DataKey } from './data-key.ts';

export type Vault = {
  /** Which data key it is of. */
  id: string;
  /** 32 bytes. */
  keyFor: (use: string, of?: string) => Buffer;
  /** 64 hex digits. */
  nameFor: (use: string, of: string) => string;
};

const method = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** By so much it is longer when it is sealed. */
export const sealedMore = nonceBytes + tagBytes;

export function openVault(key: DataKey): Vault {
  const secret = Buffer.from(key.hex, 'hex');
  const keyFor = (use: string, of = ''): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `rapport ${use}\n${of}`, 32));
  return {
    id: key.id,
    keyFor,
    nameFor: (use, of) =>
      createHmac('sha256', keyFor(`name of ${use}`))
        .update(of)
        .digest('hex'),
  };
}

/** `about` is not hidden, and must be the same again to open it. */
export function seal(key: Uint8Array, about: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(method, key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where it was changed, cut off, sealed with another key or about something else. */
export function unseal(key: Uint8Array, about: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < sealedMore) return undefined;
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(method, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ]);
  } catch {
    return undefined;
  }
}
