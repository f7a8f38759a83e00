// 5,000 mails read and planned, against postal-mime reading the same bytes and doing nothing
// with them.

import { createHash } from 'node:crypto';

import PostalMime from 'postal-mime';

import { createMailFile } from '../../src-shared/mail/mail-file.ts';
import type { MailHead } from '../../src-shared/mail/mail-types.ts';
import { planMail } from '../../src-shared/mail/plan-mail.ts';
import { startOfDay } from '../../src-shared/query/calendar.ts';
import { bytesOf, mailText, mboxOf } from '../support/mail/mails.ts';
import { report } from './report.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 5_000);
const words = 'A line of a mail as people write them, neither short nor long.\n'.repeat(20);
const html = `<p>${words.replaceAll('\n', '</p><p>')}</p>`;

const mails = Array.from({ length: size }, (_, at) => {
  const head = { id: `${at}@x.example`, from: `Person ${at % 200} <p${at % 200}@x.example>` };
  if (at % 2 === 1) return mailText({ ...head, text: words });
  const part = (type: string, text: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
  const text = `${part('text/plain', words)}${part('text/html', html)}--b--`;
  return mailText({ ...head, text, more: ['Content-Type: multipart/alternative; boundary=b'] });
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function ours(mbox: Uint8Array): Promise<number> {
  const started = performance.now();
  const file = createMailFile({ name: 'mail', hash, zone: 'UTC', country: undefined });
  const heads: MailHead[] = [];
  const piece = 2 * 1024 * 1024;
  for (let at = 0; at < mbox.length; at += piece)
    for (const read of await file.put(mbox.subarray(at, at + piece)))
      if (read.ok) heads.push(read.mail);
  for (const read of (await file.end()) ?? []) if (read.ok) heads.push(read.mail);
  const known = {
    peopleByAddress: new Map([['p1@x.example', ['one']]]),
    here: new Map(),
    own: [],
    never: [],
    startOf: startOfDay,
  };
  planMail(heads, { scope: 'private', zone: 'UTC' }, known);
  if (heads.length !== size) throw new Error(`read ${heads.length} of ${size}`);
  return performance.now() - started;
}

async function bare(raw: readonly Uint8Array[]): Promise<number> {
  const started = performance.now();
  for (const bytes of raw) await PostalMime.parse(bytes);
  return performance.now() - started;
}

const mbox = bytesOf(mboxOf(mails));
const raw = mails.map(bytesOf);
await bare(raw.slice(0, 200));
const [first, value] = [await bare(raw), await ours(mbox)];
report({
  name: 'mail read and planned, against bare postal-mime',
  size,
  value,
  unit: 'ms',
  peer: 'postal-mime reading the same mails, nothing else',
  peerValue: (first + (await bare(raw))) / 2,
  mark: 1.5,
});
