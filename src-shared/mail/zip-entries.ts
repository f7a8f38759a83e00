// What lies in a zip, by the list at its end: only that is read, however large the rest is.

export type ZipEntry = {
  name: string;
  /** Where its own head stands; behind that its bytes. */
  at: number;
  packed: number;
  size: number;
  isPacked: boolean;
};

type Read = (from: number, length: number) => Promise<Uint8Array>;

const endSize = 22;
const longestComment = 65_535;
const largestList = 64 * 1024 * 1024;
const [endMark, entryMark, headMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const [far, farEndMark] = [0xff_ff_ff_ff, 0x06064b50];

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Undefined for what is no zip, or one that is cut off. Sealed and strangely packed ones are left out. */
export async function zipEntries(size: number, read: Read): Promise<ZipEntry[] | undefined> {
  const from = Math.max(0, size - endSize - longestComment);
  const tail = viewOf(await read(from, size - from));
  let end = tail.byteLength - endSize;
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end -= 1;
  if (end < 0) return undefined;
  const list = await listPlace(tail, end, from, read);
  if (list.length > largestList || list.at + list.length > size) return undefined;
  return entriesIn(await read(list.at, list.length)).filter(({ at }) => at < size);
}

/** Of a large zip the list stands elsewhere. */
async function listPlace(tail: DataView, end: number, from: number, read: Read) {
  const near = { length: tail.getUint32(end + 12, true), at: tail.getUint32(end + 16, true) };
  if (near.at !== far && near.length !== far) return near;
  if (end < 20) return { length: Infinity, at: 0 };
  const at = Number(tail.getBigUint64(end - 12, true));
  if (at > from + end) return { length: Infinity, at: 0 };
  const view = viewOf(await read(at, 56));
  if (view.byteLength < 56 || view.getUint32(0, true) !== farEndMark)
    return { length: Infinity, at: 0 };
  return { length: Number(view.getBigUint64(40, true)), at: Number(view.getBigUint64(48, true)) };
}

function entriesIn(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entryMark;) {
    const [names, extras, comments] = [28, 30, 32].map((of) => view.getUint16(at + of, true));
    const method = view.getUint16(at + 10, true);
    const isSealed = (view.getUint16(at + 8, true) & 1) === 1;
    const after = at + 46 + (names ?? 0);
    const [size, packed, head] = [24, 20, 42].map((of) => view.getUint32(at + of, true));
    const large = largeNumbers(bytes.subarray(after, after + (extras ?? 0)), [size, packed, head]);
    if (!isSealed && (method === 0 || method === 8))
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, after)),
        at: large[2] ?? 0,
        packed: large[1] ?? 0,
        size: large[0] ?? 0,
        isPacked: method === 8,
      });
    at = after + (extras ?? 0) + (comments ?? 0);
  }
  return entries;
}

/** Numbers that have no room stand behind the name, in their order. */
function largeNumbers(extra: Uint8Array, numbers: (number | undefined)[]): number[] {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length && view.getUint16(at, true) !== 1)
    at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return numbers.map((number = 0) => {
    if (number !== far || at + 8 > extra.length) return number;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
}

/** Where the bytes of an entry begin; undefined where nothing of the kind stands there. */
export async function zipDataAt({ at }: ZipEntry, read: Read): Promise<number | undefined> {
  const view = viewOf(await read(at, 30));
  if (view.byteLength < 30 || view.getUint32(0, true) !== headMark) return undefined;
  return at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}
