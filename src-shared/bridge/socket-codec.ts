// How a message travels over a WebSocket. Without bytes: one text frame of JSON.
// With bytes: one binary frame, so that a file is never blown up to base64:
//
//   4 bytes   length of the JSON in bytes, little endian
//   JSON      UTF-8; each run of bytes stands in it as {"\u0000b": [kind, length]}
//   the rest  the bytes themselves, in the order in which the JSON names them
//
// JSON cannot say everything that a MessagePort carries, so these are tagged too:
// undefined in a list ({"\u0000u": 0}), NaN, infinities and bigint ({"\u0000n": "NaN"}),
// dates ({"\u0000d": ms}); an object that looks like a tag itself is {"\u0000o": its entries}.

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

type Bytes = { kind: 'u8' | 'ab'; bytes: Uint8Array };
const tagMark = '\u0000';
const headLength = 4;

/** Throws a TypeError where the message holds what no Port carries (functions, symbols, class instances). */
export function encodeMessage(message: unknown): string | Uint8Array<ArrayBuffer> {
  const parts: Bytes[] = [];
  const json = JSON.stringify(tag(message, parts));
  if (parts.length === 0) return json;
  const text = new TextEncoder().encode(json);
  const total = parts.reduce((sum, part) => sum + part.bytes.length, headLength + text.length);
  const frame = new Uint8Array(total);
  new DataView(frame.buffer).setUint32(0, text.length, true);
  frame.set(text, headLength);
  let at = headLength + text.length;
  for (const { bytes } of parts) {
    frame.set(bytes, at);
    at += bytes.length;
  }
  return frame;
}

/** Throws a SyntaxError where the frame is not one of ours. */
export function decodeMessage(frame: string | ArrayBuffer): unknown {
  if (typeof frame === 'string') return untagText(frame, new Uint8Array());
  const bytes = new Uint8Array(frame);
  if (bytes.length < headLength) throw new SyntaxError('frame too short');
  const length = new DataView(frame).getUint32(0, true);
  if (headLength + length > bytes.length) throw new SyntaxError('frame cut off');
  const json = new TextDecoder('utf-8', { fatal: true }).decode(
    bytes.subarray(headLength, headLength + length),
  );
  return untagText(json, bytes.subarray(headLength + length));
}

/** Returns the value itself where nothing in it needs a tag, so plain messages are not copied. */
function tag(value: unknown, parts: Bytes[]): unknown {
  if (typeof value === 'object') {
    if (value === null) return null;
    if (Array.isArray(value)) return tagList(value, parts);
    const proto: unknown = Object.getPrototypeOf(value);
    if (proto === Object.prototype || proto === null) return tagObject(value, parts);
    return tagInstance(value, parts);
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { [`${tagMark}n`]: String(value) };
  }
  if (value === undefined) return { [`${tagMark}u`]: 0 };
  if (typeof value === 'bigint') return { [`${tagMark}n`]: `${value}n` };
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`a ${typeof value} cannot travel over a port`);
  }
  return value;
}

function tagList(list: readonly unknown[], parts: Bytes[]): unknown {
  let copy: unknown[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const tagged = tag(list[at], parts);
    if (copy === null && tagged !== list[at]) copy = list.slice(0, at);
    copy?.push(tagged);
  }
  return copy ?? list;
}

function tagObject(object: object, parts: Bytes[]): unknown {
  const entries = Object.entries(object);
  let changed = false;
  const tagged: [string, unknown][] = [];
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    const next = tag(value, parts);
    if (next !== value) changed = true;
    tagged.push([key, next]);
  }
  if (tagged.length === 1 && tagged[0]?.[0].startsWith(tagMark)) return { [`${tagMark}o`]: tagged };
  return changed ? Object.fromEntries(tagged) : object;
}

function tagInstance(value: object, parts: Bytes[]): unknown {
  const part = bytesOf(value);
  if (part !== null) {
    parts.push(part);
    return { [`${tagMark}b`]: [part.kind, part.bytes.length] };
  }
  if (value instanceof Date) return { [`${tagMark}d`]: value.getTime() };
  throw new TypeError('only plain data, bytes and dates travel over a port');
}

function bytesOf(value: object): Bytes | null {
  if (value instanceof Uint8Array) return { kind: 'u8', bytes: value };
  if (value instanceof ArrayBuffer) return { kind: 'ab', bytes: new Uint8Array(value) };
  return null;
}

function untagText(json: string, bytes: Uint8Array): unknown {
  const plain: unknown = JSON.parse(json);
  // The mark can only stand in JSON as an escape: without one there is nothing to look for.
  return json.includes('"\\u0000') ? untag(plain, { bytes, at: 0 }) : plain;
}

function untag(value: unknown, rest: { bytes: Uint8Array; at: number }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => untag(item, rest));
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only?.[0].startsWith(tagMark)) return untagOne(only[0].slice(1), only[1], rest);
  return Object.fromEntries(entries.map(([key, inner]) => [key, untag(inner, rest)]));
}

function untagOne(kind: string, inner: unknown, rest: { bytes: Uint8Array; at: number }): unknown {
  switch (kind) {
    case 'u':
      return undefined;
    case 'n':
      return numberOf(String(inner));
    case 'd':
      return new Date(typeof inner === 'number' ? inner : Number.NaN);
    case 'b':
      return takeBytes(inner, rest);
    case 'o':
      if (!Array.isArray(inner)) throw new SyntaxError('entries expected');
      return Object.fromEntries(
        inner.map((entry: unknown) => {
          if (!Array.isArray(entry)) throw new SyntaxError('an entry expected');
          return [String(entry[0]), untag(entry[1], rest)];
        }),
      );
    default:
      throw new SyntaxError('unknown tag');
  }
}

function takeBytes(inner: unknown, rest: { bytes: Uint8Array; at: number }): unknown {
  const [kind, length] = Array.isArray(inner) ? (inner as unknown[]) : [];
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) {
    throw new SyntaxError('a length expected');
  }
  if (rest.at + length > rest.bytes.length) throw new SyntaxError('bytes are missing');
  const copy = rest.bytes.slice(rest.at, rest.at + length);
  rest.at += length;
  return kind === 'ab' ? copy.buffer : copy;
}

function numberOf(text: string): number | bigint {
  return /^-?\d+n$/.test(text) ? BigInt(text.slice(0, -1)) : Number(text);
}
