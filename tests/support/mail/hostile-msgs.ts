// Outlook messages that nobody means well with: what the file says of itself is wrong, runs in
// a circle, or is much too much.

import { outlookMail, toMe } from './outlook.ts';

type Hostile = readonly [name: string, bytes: Uint8Array];

const large = (): Uint8Array =>
  outlookMail({
    mail: { '1000': 'Hello, this is the offer. '.repeat(4_000) },
    attachments: [{ '3707': 'a.bin', '3701': new Uint8Array(200_000) }],
  });

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  change(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return bytes;
}

const sector = (view: DataView, field: number): number => (view.getUint32(field, true) + 1) * 512;

/** Of the header: how large a sector is, how many hold the table, where the folders begin … */
const fields = [30, 32, 44, 48, 56, 60, 64, 68, 72, 76];
const numbers = [0, 1, 0x7f_ff_ff_ff, 0xff_ff_ff_ff];

const lyingHeads: Hostile[] = fields.flatMap((field) =>
  numbers.map((number): Hostile => [
    `Outlook: ${number} at ${field} of the head`,
    changed(large(), (view) => view.setUint32(field, number, true)),
  ]),
);

const everyNext = (next: (at: number) => number): Uint8Array =>
  changed(large(), (view) => {
    const from = sector(view, 76);
    for (let at = 0; at < 128; at += 1) view.setUint32(from + at * 4, next(at), true);
  });

/** `field`: of every entry of the folders. */
const everyEntry = (field: number, value: (at: number) => number): Uint8Array =>
  changed(large(), (view) => {
    const from = sector(view, 48);
    for (let at = 0; at < 4; at += 1) view.setUint32(from + at * 128 + field, value(at), true);
  });

const links = [68, 72, 76].flatMap((field) =>
  [0, 1, 3, 9_999].map((to): Hostile => [
    `Outlook: every entry leads to ${to} at ${field}`,
    everyEntry(field, () => to),
  ]),
);

export const hostileMsgs: readonly Hostile[] = [
  ...lyingHeads,
  ...links,
  ['Outlook: each sector follows itself', everyNext((at) => at)],
  ['Outlook: two sectors follow each other', everyNext((at) => at ^ 1)],
  ['Outlook: every sector leads to the first', everyNext(() => 0)],
  ['Outlook: every sector leads outside', everyNext(() => 9_999_999)],
  ['Outlook: no sector leads on', everyNext(() => 0xff_ff_ff_fe)],
  ['Outlook: entries of 4 GB', everyEntry(120, () => 0xff_ff_ff_ff)],
  ['Outlook: entries in one place', everyEntry(116, () => 0)],
  ['Outlook: entries of no kind', everyEntry(64, () => 0xff_ff_ff_ff)],
  ['Outlook: cut off in its head', large().subarray(0, 100)],
  ['Outlook: cut off behind its head', large().subarray(0, 512)],
  ['Outlook: cut off in the middle', large().subarray(0, 20_000)],
  ['Outlook: only its first bytes', large().map((byte, at) => (at < 8 ? byte : 0))],
  ['Outlook: only its first bytes, then ones', large().map((byte, at) => (at < 8 ? byte : 255))],
  [
    'Outlook: 3,000 receivers',
    outlookMail({ receivers: Array.from({ length: 3_000 }, () => toMe) }),
  ],
  [
    'Outlook: 500 attachments',
    outlookMail({
      attachments: Array.from({ length: 500 }, () => ({ '3701': new Uint8Array(5_000) })),
    }),
  ],
  ['Outlook: a name that climbs', outlookMail({ attachments: [{ '3707': '../../.ssh/id' }] })],
  [
    'Outlook: no such code page',
    outlookMail({ mail: { '3FDE': 99_999, '1013': new Uint8Array(9) } }),
  ],
  ['Outlook: a subject that turns round', outlookMail({ mail: { '0037': '\u202etxt.exe\u0007' } })],
  [
    'Outlook: a page with scripts',
    outlookMail({
      mail: {
        '1000': '',
        '1013': new TextEncoder().encode(
          `<img src="http://evil.example/x"><script src="http://evil.example"></script>${'<div>'.repeat(50_000)}`,
        ),
      },
    }),
  ],
  ['Outlook: sent before there was time', outlookMail({ mail: { '0039': new Date(-1e13) } })],
];
