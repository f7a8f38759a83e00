// The folders and files inside an Outlook message ([MS-CFB]). Every chain of sectors and every
// tree of entries is followed no further than the file has room for, so that one that runs in a
// circle, or says more than there is, costs no more than an honest one.

export type Storage = {
  name: string;
  /** By name; each is put together when it is asked for, so much of it at most. */
  streams: ReadonlyMap<string, (most: number) => Uint8Array>;
  storages: readonly Storage[];
};

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headerSize = 512;
const inHeader = 109;
const lastSector = 0xfffffffa;
const entrySize = 128;
const none = 0xffffffff;
const deepest = 100;

export const isCompound = (head: Uint8Array): boolean =>
  signature.every((byte, at) => head[at] === byte);

type Sectors = {
  view: DataView;
  size: number;
  /** So many lie in the file. */
  count: number;
  next: Uint32Array;
};

type Entry = {
  name: string;
  type: number;
  links: number[];
  child: number;
  start: number;
  size: number;
};

/** Undefined where the file is none of these. */
export function openCompound(bytes: Uint8Array): Storage | undefined {
  if (!isCompound(bytes) || bytes.byteLength < headerSize) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 2 ** shift;
  const count = Math.max(0, Math.ceil(bytes.byteLength / size) - 1);
  const big: Sectors = { view, size, count, next: new Uint32Array(0) };
  big.next = numbersIn(big, tableSectors(big));
  const directory = chained(big, view.getUint32(48, true), bytes.byteLength);
  const entries = entriesIn(joined(big, directory, directory.length * size));
  const [root] = entries;
  if (root === undefined || root.type !== 5) return undefined;
  const small = smallSectors(big, root, view.getUint32(60, true));
  const cutoff = view.getUint32(56, true);
  // Many entries may lie in the same place: no file is worth reading more than a few times.
  let left = bytes.byteLength * 3;
  const read = (entry: Entry, most: number): Uint8Array => {
    const of = entry.size < cutoff ? small : big;
    const length = Math.min(entry.size, most, left);
    const whole = joined(of, chained(of, entry.start, length), length);
    left -= whole.length;
    return whole;
  };
  return storageOf(entries, 0, read, new Set([0]), 0);
}

/** Where the table lies that says which sector follows which. */
function tableSectors({ view, size, count }: Sectors): number[] {
  const said = view.getUint32(44, true);
  const found: number[] = [];
  for (let at = 0; at < inHeader; at += 1) found.push(view.getUint32(76 + at * 4, true));
  let more = view.getUint32(68, true);
  for (let seen = 0; more < count && seen <= count; seen += 1) {
    const from = (more + 1) * size;
    for (let at = 0; at < size / 4 - 1; at += 1) found.push(numberAt(view, from + at * 4));
    more = numberAt(view, from + size - 4);
    if (found.length > count + size) break;
  }
  return found.filter((sector) => sector < count).slice(0, Math.min(said, count));
}

const numberAt = (view: DataView, at: number): number =>
  at + 4 <= view.byteLength ? view.getUint32(at, true) : none;

function numbersIn({ view, size }: Sectors, sectors: readonly number[]): Uint32Array {
  const numbers = new Uint32Array((sectors.length * size) / 4);
  let to = 0;
  for (const sector of sectors)
    for (let at = 0; at < size; at += 4) numbers[to++] = numberAt(view, (sector + 1) * size + at);
  return numbers;
}

/** No longer than what is wanted of it, nor than the file. */
function chained({ next, count, size }: Sectors, start: number, length: number): number[] {
  const chain: number[] = [];
  const enough = Math.min(count, Math.ceil(length / size));
  for (let at = start; at < lastSector && at < count; at = next[at] ?? none) {
    if (chain.length >= enough) break;
    chain.push(at);
  }
  return chain;
}

function joined({ view, size }: Sectors, chain: readonly number[], length: number): Uint8Array {
  const whole = new Uint8Array(Math.min(length, chain.length * size));
  for (const [at, sector] of chain.entries()) {
    const from = view.byteOffset + (sector + 1) * size;
    const room = Math.min(size, whole.length - at * size);
    if (room <= 0) break;
    const there = Math.max(0, Math.min(room, view.byteOffset + view.byteLength - from));
    whole.set(
      new Uint8Array(view.buffer, Math.min(from, view.buffer.byteLength), there),
      at * size,
    );
  }
  return whole;
}

/** Short streams lie in sectors of 64 bytes within a stream of the root. */
function smallSectors(big: Sectors, root: Entry, tableStart: number): Sectors {
  const held = joined(big, chained(big, root.start, root.size), root.size);
  // As if behind a header of one sector, like the large ones.
  const behind = new Uint8Array(held.length + 64);
  behind.set(held, 64);
  return {
    view: new DataView(behind.buffer),
    size: 64,
    count: Math.ceil(held.length / 64),
    next: numbersIn(big, chained(big, tableStart, held.length / 16)),
  };
}

function entriesIn(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: wide.decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: view.getUint8(at + 66),
      links: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

const wide = new TextDecoder('utf-16le');

/** `seen`: entries that stand somewhere already; none stands twice. */
function storageOf(
  entries: readonly Entry[],
  index: number,
  read: (entry: Entry, most: number) => Uint8Array,
  seen: Set<number>,
  depth: number,
): Storage {
  const own = entries[index];
  const streams = new Map<string, (most: number) => Uint8Array>();
  const storages: Storage[] = [];
  const waiting = [own?.child ?? none];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    waiting.push(...entry.links);
    if (entry.type === 2) streams.set(entry.name, (most) => read(entry, most));
    else if (entry.type === 1 && depth < deepest)
      storages.push(storageOf(entries, at, read, seen, depth + 1));
  }
  return { name: own?.name ?? '', streams, storages };
}
