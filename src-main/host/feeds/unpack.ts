// Reads a response's body with limits on what comes over the wire and on what it unpacks
// to, so that neither an endless answer nor a small one that swells can fill memory.

import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';

/** Sizes in bytes. Fails with feed-too-large; bytes that are not what `encoding` says throw. */
export async function unpack(
  body: Readable,
  encoding: string,
  wireBytes: number,
  unpackedBytes: number,
): Promise<Result<Uint8Array>> {
  const unpacker = unpackerOf(encoding.trim().toLowerCase());
  if (unpacker === null) return fail('feed-unreachable', { why: 'encoding' });
  let wire = 0;
  let isTooLarge = false;
  const over = (): void => {
    isTooLarge = true;
    body.destroy();
    unpacker?.destroy();
  };
  body.on('data', (piece: Buffer) => {
    wire += piece.length;
    if (wire > wireBytes) over();
  });
  if (unpacker !== undefined) {
    body.on('error', (error) => unpacker.destroy(error));
    body.on('aborted', () => unpacker.destroy(new Error('cut')));
    body.pipe(unpacker);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of (unpacker ?? body) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > unpackedBytes) over();
      if (isTooLarge) break;
      pieces.push(piece);
    }
  } catch (error) {
    if (!isTooLarge) throw error;
  }
  if (isTooLarge) return fail('feed-too-large', { limit: unpackedBytes });
  return ok(Buffer.concat(pieces, size));
}

/** Undefined: nothing to unpack. Null: nothing we know. */
function unpackerOf(encoding: string) {
  switch (encoding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}
