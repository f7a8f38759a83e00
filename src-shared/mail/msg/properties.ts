// What stands in a folder of an Outlook message, by the numbers of [MS-OXPROPS].

import type { Storage } from './compound.ts';

export type Properties = {
  text(id: number): string;
  bytes(id: number): Uint8Array | undefined;
  number(id: number): number | undefined;
  /** ms since 1970. */
  time(id: number): number | undefined;
};

const longestText = 2_000_000;
const entrySize = 16;
const mostEntries = 20_000;
/** Of an integer, a yes or no, and a time. */
const [int32, yesNo, fileTime] = [0x0003, 0x000b, 0x0040];

/** `head`: bytes before the first entry: 32 in a message, 24 in one inside, 8 in a part of it. */
export function propertiesOf(storage: Storage, head: number, codepage?: number): Properties {
  const table =
    storage.streams.get('__properties_version1.0')?.(mostEntries * entrySize) ?? new Uint8Array(0);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const at = new Map<number, number>();
  for (let from = head; from + entrySize <= table.length; from += entrySize)
    at.set(view.getUint32(from, true), from + 8);
  const value = (id: number, type: number): number | undefined => at.get(id * 0x10000 + type);
  const stream = (id: number, type: string, most = longestText): Uint8Array | undefined =>
    storage.streams.get(`__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`)?.(
      most,
    );
  const number = (id: number): number | undefined => {
    const whole = value(id, int32);
    if (whole !== undefined) return view.getInt32(whole, true);
    const said = value(id, yesNo);
    return said === undefined ? undefined : view.getUint8(said);
  };
  const page = codepage ?? number(0x3ffd) ?? number(0x3fde);
  return {
    text: (id) => {
      const wide = stream(id, '001F');
      if (wide !== undefined) return decoded(wide, 'utf-16le');
      const narrow = stream(id, '001E');
      return narrow === undefined ? '' : decoded(narrow, charsetOf(page));
    },
    bytes: (id) => stream(id, '0102', Infinity),
    number,
    time: (id) => {
      const from = value(id, fileTime);
      if (from === undefined) return undefined;
      const ticks = view.getUint32(from + 4, true) * 2 ** 32 + view.getUint32(from, true);
      return Math.round(ticks / 10_000) - 11_644_473_600_000;
    },
  };
}

const decoded = (bytes: Uint8Array, charset: string): string =>
  new TextDecoder(charset).decode(bytes).replaceAll('\0', '');

const named: { readonly [page: number]: string } = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  20866: 'koi8-r',
  50220: 'iso-2022-jp',
  65001: 'utf-8',
};

export function charsetOf(page: number | undefined): string {
  if (page === undefined) return 'windows-1252';
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page > 28591 && page <= 28606) return `iso-8859-${page - 28590}`;
  return named[page] ?? 'windows-1252';
}
