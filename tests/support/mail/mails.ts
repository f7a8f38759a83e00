// Mails as programs write them, for tests.

import { createHash } from 'node:crypto';

import { type MailRead, type ReadMail } from '../../../src-shared/mail/mail-types.ts';
import { isCompound } from '../../../src-shared/mail/msg/compound.ts';
import { readMsg } from '../../../src-shared/mail/msg/read-msg.ts';
import { readMail } from '../../../src-shared/mail/read-mail.ts';

type Written = {
  id?: string;
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  /** RFC 5322; '' for none. */
  date?: string;
  text?: string;
  more?: readonly string[];
};

export function mailText({
  id = 'one@x.example',
  from = 'Ana Roe <ana@x.example>',
  to = 'Me <me@own.example>',
  cc,
  subject = 'Offer',
  date = 'Tue, 03 Nov 2026 10:15:00 +0100',
  text = 'Hello, this is the offer.',
  more = [],
}: Written = {}): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    `Subject: ${subject}`,
    ...(date === '' ? [] : [`Date: ${date}`]),
    ...(id === '' ? [] : [`Message-ID: <${id}>`]),
    ...more,
    '',
    text,
    '',
  ].join('\r\n');
}

/** As one file of Google's archive. */
export const mboxOf = (mails: readonly string[]): string =>
  mails
    .map((mail) => {
      const quoted = mail.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1');
      return `From 1234@xxx Tue Nov 03 09:15:00 +0000 2026\n${quoted}\n`;
    })
    .join('');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function read(mail: string | Uint8Array, at?: number): Promise<MailRead> {
  if (typeof mail === 'string') return readMail(bytesOf(mail), { hash, at });
  return isCompound(mail) ? readMsg(mail, hash) : readMail(mail, { hash, at });
}

export async function readOk(mail: string | Uint8Array, at?: number): Promise<ReadMail> {
  const answer = await read(mail, at);
  if (!answer.ok) throw new Error(answer.because);
  return answer.mail;
}

/** Where test files were written. */
export const fileFacts = { name: 'file', hash, zone: 'UTC', country: 'DE' };
