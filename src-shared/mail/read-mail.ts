// One mail from its bytes. Whatever they hold, this answers; it draws nothing and fetches
// nothing, and of attachments only name, size and hash are kept.

import PostalMime, { type Address, type Email, type Header } from 'postal-mime';

import { oneLine, safeText } from '../feeds/safe-words.ts';
import { isProgramAddress } from './addresses.ts';
import { textOfHtml } from './html-text.ts';
import { largestMail, type MailAddress, type MailRead, type ReadMail } from './mail-types.ts';
import { splitBody } from './quoted.ts';

/** `at`: when it was filed, where the file says so. `hash`: one way, of bytes, as hex. */
export type ReadMailWith = { hash: (bytes: Uint8Array) => string; at?: number | undefined };

const deepest = 100;
const mostAddresses = 500;
const mostAttachments = 200;
const mostReferences = 100;

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
  const from = mailboxes([email.from ?? email.sender]);
  const when = dateOf(email.date, head('received'), filedAt);
  const subject = oneLine(email.subject ?? '', 500);
  const unnamed = [String(when ?? ''), from[0]?.address ?? '', subject, body.text].join('\n');
  const id = messageId(email.messageId ?? '');
  return {
    key: id ?? `no-id:${hash(new TextEncoder().encode(unnamed))}`,
    ...(when === undefined ? {} : { at: when }),
    from,
    to: mailboxes(email.to ?? []),
    cc: mailboxes([...(email.cc ?? []), ...(email.bcc ?? [])]),
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

type Head = (name: string) => string[];

const headersOf =
  (headers: readonly Header[]): Head =>
  (name) =>
    headers.filter(({ key }) => key === name).map(({ value }) => value);

function wordsOf({ text = '', html = '' }: Email): string {
  return text.trim() !== '' || html === '' ? text : textOfHtml(html);
}

function mailboxes(given: readonly (Address | undefined)[]): MailAddress[] {
  return given
    .flatMap((one) => (one === undefined ? [] : (one.group ?? [one])))
    .filter(({ address }) => address.includes('@'))
    .slice(0, mostAddresses)
    .map(({ name, address }) => ({
      name: oneLine(name, 200),
      address: oneLine(address, 320),
    }));
}

/** As the mail says, else as the last server wrote, else as the file does. */
function dateOf(
  said: string | undefined,
  received: readonly string[],
  filedAt: number | undefined,
): number | undefined {
  const times = [said ?? '', received[0]?.split(';').at(-1) ?? ''].map(timeOf);
  return times.find((one) => one !== undefined) ?? filedAt;
}

const firstYear = Date.UTC(1970, 0, 2);
const lastYear = Date.UTC(2100, 0, 1);

function timeOf(text: string): number | undefined {
  const at = Date.parse(text.replace(/\([^)]*\)/g, '').trim());
  return at >= firstYear && at < lastYear ? at : undefined;
}

const messageId = (text: string): string | undefined => messageIds(text)[0];

const messageIds = (text: string): string[] =>
  [...new Set(text.slice(0, 50_000).match(/<[^<>\s]{1,900}>/g))].slice(0, mostReferences);

const isToMany = (head: Head): boolean =>
  head('list-unsubscribe').length > 0 ||
  head('list-id').length > 0 ||
  head('precedence').some((value) => /bulk|list|junk/i.test(value)) ||
  head('auto-submitted').some((value) => !/^\s*no\b/i.test(value));

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
      const name = oneLine(filename ?? '', 200);
      return { name: name === '' ? mimeType : name, size: bytes.byteLength, hash: hash(bytes) };
    });
}

/** Google's archive says under which labels a mail lay. */
const labelsOf = (text: string): string[] =>
  text
    .split(',')
    .map((label) => oneLine(label.replace(/^"|"$/g, ''), 100))
    .filter((label) => label !== '')
    .slice(0, 50);
