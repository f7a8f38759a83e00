// Seals a backup with a passphrase so that it can leave the house, and opens it again.
//
//   offset size
//   0      8    "RAPSEAL1"
//   8      1    log2 of scrypt's N      9  1  r      10  1  p      11  1  zero
//   12     4    bytes of text a chunk, big endian
//   16     16   salt
//   32     8    nonce prefix
//   40     ...  chunks: AES-256-GCM text, then its 16-byte tag
//
// Chunk n has the nonce prefix || n (32 bits, big endian) and as additional data the
// header || 1 for the last chunk, 0 for the others: chunks cannot be swapped, cut off
// or taken from another file unnoticed. Every chunk but the last is full.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import { type Cost, isBearable, stretch, usualCost } from '../../keys/stretch.ts';

const magic = Buffer.from('RAPSEAL1', 'latin1');
const headerBytes = 40;
const tagBytes = 16;
const chunkBytes = 1024 * 1024;
/** What a foreign header may ask of this machine at most. */
const mostChunkBytes = 16 * 1024 * 1024;

/** Whether a file that begins with these bytes is sealed. */
export const isSealed = (start: Buffer): boolean => start.subarray(0, magic.length).equals(magic);

/** Throws the file system's error. The target is synced. */
export async function sealFile(from: string, to: string, passphrase: string): Promise<void> {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.set([usualCost.logN, usualCost.r, usualCost.p], 8);
  header.writeUInt32BE(chunkBytes, 12);
  randomBytes(24).copy(header, 16);
  const key = await keyOf(passphrase, header);
  await betweenFiles(from, to, async (source, target) => {
    await target.write(header);
    const size = (await source.stat()).size;
    const chunks = Math.max(1, Math.ceil(size / chunkBytes));
    for (let index = 0; index < chunks; index += 1) {
      const text = await readFully(
        source,
        index * chunkBytes,
        Math.min(chunkBytes, size - index * chunkBytes),
      );
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(header, index));
      cipher.setAAD(additional(header, index === chunks - 1));
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      await writeFully(target, Buffer.concat([sealed, cipher.getAuthTag()]));
    }
  });
}

/** `wrong-passphrase` where the first chunk does not open, `not-a-backup` where a later one does not. */
export async function unsealFile(
  from: string,
  to: string,
  passphrase: string,
): Promise<Result<null>> {
  return betweenFiles(from, to, async (source, target) => {
    const header = await readFully(source, 0, headerBytes);
    const chunk = header.length === headerBytes ? header.readUInt32BE(12) : 0;
    const isSound = isSealed(header) && chunk >= 1 && chunk <= mostChunkBytes;
    if (!isSound || !isBearable(costIn(header))) return fail('not-a-backup');
    const key = await keyOf(passphrase, header);
    const size = (await source.stat()).size - headerBytes;
    const chunks = Math.ceil(size / (chunk + tagBytes));
    if (chunks === 0) return fail('not-a-backup');
    for (let index = 0; index < chunks; index += 1) {
      const sealed = await readFully(
        source,
        headerBytes + index * (chunk + tagBytes),
        chunk + tagBytes,
      );
      const text = openChunk(key, header, index, index === chunks - 1, sealed);
      if (text === undefined) return fail(index === 0 ? 'wrong-passphrase' : 'not-a-backup');
      await writeFully(target, text);
    }
    return ok(null);
  });
}

function openChunk(
  key: Buffer,
  header: Buffer,
  index: number,
  isLast: boolean,
  sealed: Buffer,
): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(header, index), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(additional(header, isLast));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(0, sealed.length - tagBytes)),
      decipher.final(),
    ]);
  } catch {
    return undefined;
  }
}

const costIn = (header: Buffer): Cost => ({
  logN: header.readUInt8(8),
  r: header.readUInt8(9),
  p: header.readUInt8(10),
});

const keyOf = (passphrase: string, header: Buffer): Promise<Buffer> =>
  stretch(passphrase, header.subarray(16, 32), costIn(header));

function nonceOf(header: Buffer, index: number): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, 32, 40);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

const additional = (header: Buffer, isLast: boolean): Buffer =>
  Buffer.concat([header, Buffer.from([isLast ? 1 : 0])]);

async function betweenFiles<T>(
  from: string,
  to: string,
  work: (source: FileHandle, target: FileHandle) => Promise<T>,
): Promise<T> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'w', 0o600);
    try {
      const done = await work(source, target);
      await target.sync();
      return done;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Fewer bytes than asked for only at the end of the file. */
async function readFully(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function writeFully(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}
