// One mail from its bytes. Whatever they hold, this answers; it draws nothing and fetches
// nothing, and of attachments only name, size and hash are kept.

import PostalMime, { type Address, type Email, type Header } from 'postal-mime';

import { oneLine, safeText } from '../feeds/safe-words.ts';
import { isProgramAddress } from './addresses.ts';
import { textOfHtml } from './html-text.ts';
import {
  attachmentName,
  type Head,
  isToMany,
  mailboxes,
  mailKey,
  mailTime,
  messageIds,
  mostAttachments,
} from './mail-facts.ts';
import { largestMail, type MailAddress, type MailRead, type ReadMail } from './mail-types.ts';
import { splitBody } from './quoted.ts';

/** `at`: when it was filed, where the file says so. `hash`: one way, of bytes, as hex. */
export type ReadMailWith = { hash: (bytes: Uint8Array) => string; at?: number | undefined };

const deepest = 100;

export async function readMail(bytes: Uint8Array, { hash, at }: ReadMailWith): Promise<MailRead> {
  if (bytes.byteLength > largestMail) return { ok: false, because: 'too-large' };
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, {
      maxNestingDepth: deepest,
      maxRfc822NestingDepth: 5,
      forceRfc822Attachments: true,
    });
  } catch {
    // Hostile or torn: what postal-mime cannot take apart is counted, not read.
    return { ok: false, because: 'broken' };
  }
  const isEmpty =
    email.headers.length === 0 || (email.from === undefined && email.to === undefined);
  if (isEmpty) return { ok: false, because: 'broken' };
  return { ok: true, mail: mailOf(email, bytes.byteLength, hash, at) };
}

function mailOf(
  email: Email,
  size: number,
  hash: ReadMailWith['hash'],
  filedAt: number | undefined,
): ReadMail {
  const head = headersOf(email.headers);
  const isEncrypted = encrypted(email, head);
  const words = isEncrypted ? '' : wordsOf(email);
  const body = splitBody(safeText(words));
  const from = mailboxes(single([email.from ?? email.sender]));
  const when = dateOf(email.date, head('received'), filedAt);
  const subject = oneLine(email.subject ?? '', 500);
  return {
    key: mailKey(email.messageId ?? '', { at: when, from, subject, text: body.text }, hash),
    ...(when === undefined ? {} : { at: when }),
    from,
    to: mailboxes(single(email.to ?? [])),
    cc: mailboxes(single([...(email.cc ?? []), ...(email.bcc ?? [])])),
    subject,
    references: messageIds(`${email.references ?? ''} ${email.inReplyTo ?? ''}`),
    attachments: isEncrypted ? [] : attachmentsOf(email, hash),
    labels: labelsOf(head('x-gmail-labels')[0] ?? ''),
    isNewsletter: isToMany(head) || from.some(({ address }) => isProgramAddress(address)),
    isEncrypted,
    size,
    ...body,
  };
}

const headersOf =
  (headers: readonly Header[]): Head =>
  (name) =>
    headers.filter(({ key }) => key === name).map(({ value }) => value);

function wordsOf({ text = '', html = '' }: Email): string {
  return text.trim() !== '' || html === '' ? text : textOfHtml(html);
}

/** Who stands in a group of addresses, one by one. */
const single = (given: readonly (Address | undefined)[]): MailAddress[] =>
  given.flatMap((one) => (one === undefined ? [] : (one.group ?? [one])));

/** As the mail says, else as the last server wrote, else as the file does. */
function dateOf(
  said: string | undefined,
  received: readonly string[],
  filedAt: number | undefined,
): number | undefined {
  const times = [said ?? '', received[0]?.split(';').at(-1) ?? ''].map(mailTime);
  return times.find((one) => one !== undefined) ?? filedAt;
}

function encrypted({ text = '', attachments }: Email, head: Head): boolean {
  const [type = ''] = head('content-type');
  if (/^\s*multipart\/encrypted/i.test(type)) return true;
  const isSealed = /application\/(?:x-)?pkcs7-mime/i.test(type) && !/signed-data/i.test(type);
  if (isSealed || text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----')) return true;
  return attachments.some(({ mimeType }) => mimeType === 'application/pgp-encrypted');
}

function attachmentsOf({ attachments }: Email, hash: ReadMailWith['hash']) {
  return attachments
    .filter(({ related, mimeType }) => related !== true && mimeType !== 'text/calendar')
    .slice(0, mostAttachments)
    .map(({ filename, content, mimeType }) => {
      const bytes =
        typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      const name = attachmentName(filename ?? '', mimeType);
      return { name, size: bytes.byteLength, hash: hash(bytes) };
    });
}

/** Google's archive says under which labels a mail lay. */
const labelsOf = (text: string): string[] =>
  text
    .split(',')
    .map((label) => oneLine(label.replace(/^"|"$/g, ''), 100))
    .filter((label) => label !== '')
    .slice(0, 50);
