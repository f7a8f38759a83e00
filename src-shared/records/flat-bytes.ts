// Numbers, texts and values as Yjs writes them (update, version 1; lib0's encoding), for states
// that are read and added to as bytes (see flat-state.ts). A state has some sixty short texts:
// what matters is what each of them costs.

import type { JsonValue } from '../domain/record.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** `text`: a letter for each byte. */
export type ByteReader = { text: string; at: number; base64: string; bytes?: Uint8Array };

export const readerOfBytes = (base64: string): ByteReader => ({
  text: atob(base64),
  at: 0,
  base64,
});

const tags = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  false: 121,
  true: 120,
  text: 119,
  object: 118,
  array: 117,
} as const;
const largestInteger = 0x7fffffff;
const numbers = new DataView(new ArrayBuffer(8));
const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function readByte(reader: ByteReader): number {
  if (reader.at >= reader.text.length) throw new Error('the state ends too soon');
  return reader.text.charCodeAt(reader.at++);
}

export function readUint(reader: ByteReader): number {
  let byte = readByte(reader);
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let times = 128; ; times *= 128) {
    byte = readByte(reader);
    value += (byte & 127) * times;
    if (value > Number.MAX_SAFE_INTEGER) throw new Error('a number is too large');
    if (byte < 128) return value;
  }
}

export function readText(reader: ByteReader): string {
  const length = readUint(reader);
  const { text, at } = reader;
  const end = at + length;
  if (end > text.length) throw new Error('the state ends too soon');
  reader.at = end;
  for (let byte = at; byte < end; byte++) {
    if (text.charCodeAt(byte) < 128) continue;
    reader.bytes ??= fromBase64(reader.base64);
    return fromUtf8.decode(reader.bytes.subarray(at, end));
  }
  return text.slice(at, end);
}

/** Throws on what is no JSON. */
export function readValue(reader: ByteReader): JsonValue {
  switch (readByte(reader)) {
    case tags.text:
      return readText(reader);
    case tags.integer:
      return readInt(reader);
    case tags.float64:
      return readFloat(reader, 8);
    case tags.float32:
      return readFloat(reader, 4);
    case tags.object: {
      const object: { [key: string]: JsonValue } = {};
      for (let left = readUint(reader); left > 0; left--) {
        const key = readText(reader);
        object[key] = readValue(reader);
      }
      return object;
    }
    case tags.array: {
      const list: JsonValue[] = [];
      for (let left = readUint(reader); left > 0; left--) list.push(readValue(reader));
      return list;
    }
    case tags.null:
      return null;
    case tags.true:
      return true;
    case tags.false:
      return false;
    default:
      throw new Error('a value is no JSON');
  }
}

function readInt(reader: ByteReader): number {
  let byte = readByte(reader);
  const sign = (byte & 64) > 0 ? -1 : 1;
  let value = byte & 63;
  for (let times = 64; byte > 127; times *= 128) {
    byte = readByte(reader);
    value += (byte & 127) * times;
    if (value > Number.MAX_SAFE_INTEGER) throw new Error('a number is too large');
  }
  return sign * value;
}

function readFloat(reader: ByteReader, length: 4 | 8): number {
  for (let byte = 0; byte < length; byte++) numbers.setUint8(byte, readByte(reader));
  return length === 4 ? numbers.getFloat32(0) : numbers.getFloat64(0);
}

/** Used for one state after the other: nothing is made for each. */
let bytes = new Uint8Array(1 << 14);
let length = 0;

/** Begins with nothing; what was written before is let go. */
export function beginBytes(): void {
  length = 0;
}

export const writtenBase64 = (): string => toBase64(bytes.subarray(0, length));

function makeRoom(more: number): void {
  if (length + more <= bytes.length) return;
  const larger = new Uint8Array(2 * (length + more));
  larger.set(bytes);
  bytes = larger;
}

export function writeByte(byte: number): void {
  makeRoom(1);
  bytes[length++] = byte;
}

export function writeUint(value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) writeByte(128 | (left % 128));
  writeByte(left);
}

/** What was read, as it stands there. */
export function writeRead({ text }: ByteReader, from: number, to: number): void {
  makeRoom(to - from);
  for (let at = from; at < to; at++) bytes[length++] = text.charCodeAt(at);
}

export function writeText(text: string): void {
  const before = length;
  writeUint(text.length);
  makeRoom(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      bytes[length++] = unit;
      continue;
    }
    length = before;
    const encoded = utf8.encode(text);
    writeUint(encoded.length);
    makeRoom(encoded.length);
    bytes.set(encoded, length);
    length += encoded.length;
    return;
  }
}

export function writeValue(value: JsonValue | undefined): void {
  if (typeof value === 'string') {
    writeByte(tags.text);
    writeText(value);
  } else if (typeof value === 'number') writeNumber(value);
  else if (typeof value === 'boolean') writeByte(value ? tags.true : tags.false);
  else if (value === undefined) writeByte(tags.undefined);
  else if (value === null) writeByte(tags.null);
  else if (Array.isArray(value)) {
    writeByte(tags.array);
    writeUint(value.length);
    for (const one of value) writeValue(one);
  } else {
    const keys = Object.keys(value);
    writeByte(tags.object);
    writeUint(keys.length);
    for (const key of keys) {
      writeText(key);
      writeValue(value[key]);
    }
  }
}

function writeNumber(value: number): void {
  if (Number.isInteger(value) && Math.abs(value) <= largestInteger) {
    writeByte(tags.integer);
    writeInt(value);
    return;
  }
  numbers.setFloat32(0, value);
  const isShort = numbers.getFloat32(0) === value;
  if (!isShort) numbers.setFloat64(0, value);
  writeByte(isShort ? tags.float32 : tags.float64);
  for (let byte = 0; byte < (isShort ? 4 : 8); byte++) writeByte(numbers.getUint8(byte));
}

function writeInt(value: number): void {
  const isNegative = value < 0 || Object.is(value, -0);
  let left = Math.abs(value);
  writeByte((left > 63 ? 128 : 0) | (isNegative ? 64 : 0) | (left & 63));
  left = Math.floor(left / 64);
  for (; left > 0; left = Math.floor(left / 128)) writeByte((left > 127 ? 128 : 0) | (left & 127));
}
