// Small files of a profile that are encrypted whole. Each says which key it is sealed with:
//
//   "RAPVAULT" | id of the data key, 8 bytes | sealed bytes

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

import { moveIntoPlace, writeSynced } from '../book/backup/files.ts';
import { seal, unseal, type Vault } from './vault.ts';

const magic = Buffer.from('RAPVAULT', 'latin1');
const idBytes = 8;
export const sealedHeadBytes = magic.length + idBytes;

/** Begins every file that is sealed with the key. */
export const sealedHead = ({ id }: Vault): Buffer => Buffer.concat([magic, Buffer.from(id, 'hex')]);

/** Id of the data key that it is sealed with; undefined where it is no sealed file. */
export function keyIdOf(path: string): string | undefined {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(sealedHeadBytes);
    const isWhole = readSync(handle, head, 0, head.length, 0) === head.length;
    if (!isWhole || !head.subarray(0, magic.length).equals(magic)) return undefined;
    return head.subarray(magic.length).toString('hex');
  } finally {
    closeSync(handle);
  }
}

/** Whole or not at all, and durable, when this returns. Throws the file system's error. */
export function writeSealed(path: string, vault: Vault, use: string, bytes: Uint8Array): void {
  const sealed = seal(vault.keyFor(use), use, bytes);
  writeSynced(`${path}.new`, Buffer.concat([sealedHead(vault), sealed]));
  moveIntoPlace(`${path}.new`, path);
}

/** Undefined where the key does not open it. Throws the file system's error. */
export function readSealed(path: string, vault: Vault, use: string): Buffer | undefined {
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, sealedHeadBytes).equals(sealedHead(vault))) return undefined;
  return unseal(vault.keyFor(use), use, bytes.subarray(sealedHeadBytes));
}
