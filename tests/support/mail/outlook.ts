// Mails as Outlook saves them, written by another program's writer of such files.

import burner from '@kenjiuno/msgreader/lib/Burner.js';

/** Letters of a code page, one byte each. */
export class Narrow extends Uint8Array {}

type Part = { [id: string]: string | number | boolean | Uint8Array | Date };

type Outlook = {
  mail?: Part;
  receivers?: readonly Part[];
  attachments?: readonly Part[];
};

const usual: Part = {
  '001A': 'IPM.Note',
  '0037': 'Offer',
  '1000': 'Hello, this is the offer.',
  '0C1A': 'Ana Roe',
  '0C1E': 'SMTP',
  '0C1F': 'ana@x.example',
  '1035': '<one@x.example>',
  '0039': new Date('2026-11-03T09:15:00Z'),
};
export const toMe: Part = { '3001': 'Me', '39FE': 'me@own.example', '0C15': 1 };

export function outlookMail({ mail = {}, receivers = [toMe], attachments = [] }: Outlook = {}) {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }];
  put(entries, 0, { ...usual, ...mail }, 32);
  for (const [at, part] of receivers.entries()) folder('__recip_version1.0_', at, part);
  for (const [at, part] of attachments.entries()) folder('__attach_version1.0_', at, part);
  return new Uint8Array(burner.burn(entries as never));

  function folder(prefix: string, at: number, part: Part): void {
    const name = `${prefix}#${at.toString(16).toUpperCase().padStart(8, '0')}`;
    entries.push({ name, type: 1, length: 0, children: [] });
    entries[0]?.children?.push(entries.length - 1);
    put(entries, entries.length - 1, part, 8);
  }
}

type Entry = {
  name: string;
  type: number;
  length: number;
  children?: number[];
  binaryProvider?: () => Uint8Array;
};

function put(entries: Entry[], folder: number, part: Part, head: number): void {
  const file = (name: string, bytes: Uint8Array): void => {
    entries.push({
      name,
      type: 2,
      length: bytes.length,
      binaryProvider: () => new Uint8Array(bytes),
    });
    entries[folder]?.children?.push(entries.length - 1);
  };
  const table: Uint8Array[] = [new Uint8Array(head)];
  for (const [id, value] of Object.entries(part)) {
    const fixed = Buffer.alloc(16);
    const type = typeOf(value);
    fixed.writeUInt16LE(type, 0);
    fixed.writeUInt16LE(Number.parseInt(id, 16), 2);
    if (typeof value === 'number') fixed.writeInt32LE(value, 8);
    else if (typeof value === 'boolean') fixed.writeUInt8(value ? 1 : 0, 8);
    else if (value instanceof Date)
      fixed.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, 8);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
      fixed.writeUInt32LE(bytes.length, 8);
      file(`__substg1.0_${id}${type.toString(16).toUpperCase().padStart(4, '0')}`, bytes);
    }
    table.push(fixed);
  }
  file('__properties_version1.0', new Uint8Array(Buffer.concat(table)));
}

function typeOf(value: Part[string]): number {
  if (typeof value === 'string') return 0x001f;
  if (typeof value === 'number') return 0x0003;
  if (typeof value === 'boolean') return 0x000b;
  if (value instanceof Narrow) return 0x001e;
  return value instanceof Date ? 0x0040 : 0x0102;
}
