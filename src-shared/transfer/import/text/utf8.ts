// Cuts UTF-8 where a character ends.

/**
 * UTF-8 cut between characters: pieces of at most so many bytes of the given ones, copied
 * only where a character begins in one of them and ends in the next.
 */
export function* cutUtf8(given: Iterable<Uint8Array>, most: number): Generator<Uint8Array> {
  let rest = new Uint8Array();
  for (const bytes of given) {
    let at = 0;
    if (rest.length > 0) {
      const missing = sequenceLength(rest[0] ?? 0) - rest.length;
      while (at < missing && isContinuation(bytes[at])) at += 1;
      rest = Uint8Array.of(...rest, ...bytes.subarray(0, at));
      if (at === bytes.length && at < missing) continue;
      yield rest;
      rest = new Uint8Array();
    }
    while (at < bytes.length) {
      const end = Math.min(at + most, bytes.length);
      const cut = endOfCharacters(bytes, end);
      if (cut > at) yield bytes.subarray(at, cut);
      if (end === bytes.length) rest = bytes.slice(cut);
      at = end === bytes.length ? end : cut;
    }
  }
  if (rest.length > 0) yield rest;
}

/** `end`, or where the character begins that is not whole before it. */
function endOfCharacters(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back];
    if (isContinuation(byte)) continue;
    return sequenceLength(byte ?? 0) > back ? end - back : end;
  }
  return end;
}

const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && (byte & 0xc0) === 0x80;

const sequenceLength = (lead: number): number =>
  lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
