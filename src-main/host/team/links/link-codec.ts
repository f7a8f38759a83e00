// How a message between hosts becomes bytes: one byte that says how, then UTF-8 JSON,
// deflated (RFC 1951) when that is worth it.

import { deflateRawSync, inflateRawSync } from 'node:zlib';

const plain = 0;
const deflated = 1;
const worthIt = 300;
const longest = 64 * 1024 * 1024;

export function encodeLinkMessage(message: object): Uint8Array<ArrayBuffer> {
  const json = Buffer.from(JSON.stringify(message));
  const isLong = json.length > worthIt;
  const body = isLong ? deflateRawSync(json, { level: 1 }) : json;
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = isLong ? deflated : plain;
  bytes.set(body, 1);
  return bytes;
}

/** Undefined for what is broken, or would not fit into memory. */
export function decodeLinkMessage(bytes: Uint8Array): unknown {
  try {
    const body = bytes.subarray(1);
    if (bytes[0] === plain) return JSON.parse(Buffer.from(body).toString('utf8'));
    if (bytes[0] !== deflated) return undefined;
    return JSON.parse(inflateRawSync(body, { maxOutputLength: longest }).toString('utf8'));
  } catch {
    return undefined;
  }
}
