// A sealed and signed stream of texts. Each chunk is encrypted and names its place, so none
// can be taken out, swapped or cut off unnoticed; the signature says whose it is.
//
//   "RAPBUND2"   8 bytes
//   u32 BE       length of the header, then the header: JSON, in clear
//   u32 BE       length of a chunk, then the chunk: 12-byte nonce, 16-byte tag, AES-256-GCM
//                of deflated (RFC 1951) UTF-8; additional data: header, index, whether last
//   u32 BE       length of the signature, then the signature: Ed25519 (RFC 8032), base64url, of
//                "rapport:bundle:2\n" and the SHA-256, base64url, of the header and all chunks

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const magic = Buffer.from('RAPBUND2', 'latin1');
const unsignedMagic = Buffer.from('RAPBUND1', 'latin1');
const nonceLength = 12;
const tagLength = 16;
const longestHeader = 10_000;
const longestSignature = 200;
const longestChunk = 16 * 1024 * 1024;
const longestText = 64 * 1024 * 1024;

export async function* sealTexts(
  header: string,
  key: Buffer,
  texts: AsyncIterable<{ text: string; isLast: boolean }>,
  sign: (text: string) => string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256').update(header);
  yield Buffer.concat([magic, lengthOf(Buffer.from(header)), Buffer.from(header)]);
  let index = 0;
  for await (const { text, isLast } of texts) {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(placeOf(header, index, isLast));
    const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
    const chunk = Buffer.concat([nonce, cipher.getAuthTag(), body]);
    hash.update(chunk);
    yield Buffer.concat([lengthOf(chunk), chunk]);
    index += 1;
  }
  const signature = Buffer.from(sign(signedText(hash.digest('base64url'))));
  yield Buffer.concat([lengthOf(signature), signature]);
}

export type Sealed = {
  header: string;
  chunks: Buffer[];
  signature: string;
  /** What the signature is of. */
  signed: string;
};

/** As an earlier version made them. */
export const isUnsigned = (bytes: Buffer): boolean =>
  bytes.subarray(0, unsignedMagic.length).equals(unsignedMagic);

/** Undefined for what is no such file, or was cut off. */
export function splitSealed(bytes: Buffer): Sealed | undefined {
  if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
  let at = magic.length;
  const next = (longest: number): Buffer | undefined => {
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt32BE(at);
    if (length > longest || at + 4 + length > bytes.length) return undefined;
    const part = bytes.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    return part;
  };
  const header = next(longestHeader);
  if (header === undefined) return undefined;
  const chunks: Buffer[] = [];
  while (at < bytes.length) {
    const chunk = next(longestChunk);
    if (chunk === undefined) return undefined;
    chunks.push(chunk);
  }
  const signature = chunks.pop();
  if (signature === undefined || signature.length > longestSignature) return undefined;
  const hash = createHash('sha256').update(header);
  for (const chunk of chunks) hash.update(chunk);
  return {
    header: header.toString('utf8'),
    chunks,
    signature: signature.toString('latin1'),
    signed: signedText(hash.digest('base64url')),
  };
}

const signedText = (hash: string): string => `rapport:bundle:2\n${hash}`;

/** Undefined where the key is another or a byte was changed. */
export function openChunk(
  { header, chunks }: Sealed,
  index: number,
  key: Buffer,
): string | undefined {
  const chunk = chunks[index];
  if (chunk === undefined || chunk.length < nonceLength + tagLength) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, chunk.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAuthTag(chunk.subarray(nonceLength, nonceLength + tagLength));
    decipher.setAAD(placeOf(header, index, index === chunks.length - 1));
    const body = decipher.update(chunk.subarray(nonceLength + tagLength));
    const deflated = Buffer.concat([body, decipher.final()]);
    return inflateRawSync(deflated, { maxOutputLength: longestText }).toString('utf8');
  } catch {
    // OpenSSL and zlib throw for every broken byte: to us the file is just not whole.
    return undefined;
  }
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

const placeOf = (header: string, index: number, isLast: boolean): Buffer =>
  Buffer.from(`${header}\n${index}\n${isLast ? 'last' : 'more'}`);
