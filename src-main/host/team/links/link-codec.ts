// How a message between hosts becomes bytes: one byte that says how, then UTF-8 JSON,
// deflated (RFC 1951) when that is worth it.

import { deflateRawSync, inflateRawSync } from 'node:zlib';

const plain = 0;
const deflated = 1;
const worthIt = 300;
const longest = 64 * 1024 * 1024;
/** Texts up to so long are read whatever they hold. */
const short = 16 * 1024 * 1024;
/** Lists and objects in a longer one: each costs many times its two letters. */
const mostParts = 2_000_000;

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
    if (bytes[0] === plain) return read(Buffer.from(body));
    if (bytes[0] !== deflated) return undefined;
    return read(inflateRawSync(body, { maxOutputLength: longest }));
  } catch {
    return undefined;
  }
}

function read(json: Buffer): unknown {
  const text = json.toString('utf8');
  return text.length > short && hasTooManyParts(text) ? undefined : JSON.parse(text);
}

const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const brace = '{'.charCodeAt(0);
const bracket = '['.charCodeAt(0);

/** Without reading it. What stands in a text is no part. */
function hasTooManyParts(json: string): boolean {
  let parts = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === quote) isInText = !isInText;
    else if (isInText) at += code === backslash ? 1 : 0;
    else if ((code === brace || code === bracket) && ++parts > mostParts) return true;
  }
  return false;
}
