import { expect, test } from 'vitest';

import { createMailFile } from '../../../src-shared/mail/mail-file.ts';
import { bytesOf, fileFacts, mailText, mboxOf } from '../../support/mail/mails.ts';

async function subjects(text: string, pieceLength: number): Promise<string[] | undefined> {
  const file = createMailFile(fileFacts);
  const bytes = bytesOf(text);
  const reads = [];
  for (let at = 0; at < bytes.length; at += pieceLength)
    reads.push(...(await file.put(bytes.slice(at, at + pieceLength))));
  const rest = await file.end();
  if (rest === undefined) return undefined;
  return [...reads, ...rest].map((read) => (read.ok ? read.mail.subject : read.because));
}

const long = mailText({ text: 'A line.\n'.repeat(5_000) });

test.each([700, 16_384, 1_000_000])(
  'files in pieces of %i bytes are read whole',
  async (length) => {
    expect(await subjects(long, length)).toEqual(['Offer']);
    expect(await subjects(mboxOf([long, mailText({ subject: 'Two' })]), length)).toEqual([
      'Offer',
      'Two',
    ]);
    const mail = mailText({ subject: 'Apple' });
    const emlx = `${bytesOf(mail).length}\n${mail}<?xml version="1.0"?><plist>From: x</plist>`;
    expect(await subjects(emlx, length)).toEqual(['Apple']);
    expect(await subjects('Name,E-mail\n'.repeat(3_000), length)).toBeUndefined();
    expect(await subjects('', length)).toBeUndefined();
  },
);
