// One mail as Outlook saves it (.msg, [MS-OXMSG]). As with every mail nothing in it is drawn,
// run or fetched, and of attachments only name, size and hash are kept.

import { oneLine, safeText } from '../../feeds/safe-words.ts';
import { isProgramAddress } from '../addresses.ts';
import { textOfHtml } from '../html-text.ts';
import {
  attachmentName,
  type Head,
  isMailTime,
  isToMany,
  mailboxes,
  mailKey,
  mailTime,
  messageIds,
  mostAttachments,
} from '../mail-facts.ts';
import { largestMail, type MailAddress, type MailRead, type ReadMail } from '../mail-types.ts';
import { splitBody } from '../quoted.ts';
import { openCompound, type Storage } from './compound.ts';
import { charsetOf, type Properties, propertiesOf } from './properties.ts';

type Hash = (bytes: Uint8Array) => string;

const inMessage = 32;
const inPart = 8;

export function readMsg(bytes: Uint8Array, hash: Hash): MailRead {
  if (bytes.byteLength > largestMail) return { ok: false, because: 'too-large' };
  const root = openCompound(bytes);
  if (root === undefined) return { ok: false, because: 'broken' };
  const mail = mailOf(root, bytes.byteLength, hash);
  const isMail = mail.from.length + mail.to.length + mail.cc.length > 0;
  return isMail ? { ok: true, mail } : { ok: false, because: 'broken' };
}

function mailOf(root: Storage, size: number, hash: Hash): ReadMail {
  const own = propertiesOf(root, inMessage);
  const head = headOf(own.text(0x007d));
  const parts = partsOf(root, '__attach_version1.0_', own);
  const isEncrypted = encrypted(own.text(0x001a), parts);
  const body = splitBody(safeText(isEncrypted ? '' : wordsOf(own)));
  const from = mailboxes([writerOf(own, head)]);
  const at = timeOf(own, head);
  const subject = oneLine(own.text(0x0037), 500);
  const receivers = partsOf(root, '__recip_version1.0_', own);
  const answered = `${own.text(0x1039)} ${own.text(0x1042)} ${head('references').join(' ')}`;
  return {
    key: mailKey(
      `${own.text(0x1035)} ${head('message-id')[0] ?? ''}`,
      { at, from, subject, text: body.text },
      hash,
    ),
    ...(at === undefined ? {} : { at }),
    from,
    to: mailboxes(receivers.filter((one) => !isCopied(one)).map(addressOf)),
    cc: mailboxes(receivers.filter(isCopied).map(addressOf)),
    subject,
    references: messageIds(answered),
    attachments: isEncrypted ? [] : attachmentsOf(parts, hash),
    labels: [],
    isNewsletter: isToMany(head) || from.some(({ address }) => isProgramAddress(address)),
    isEncrypted,
    size,
    ...body,
  };
}

const partsOf = (root: Storage, prefix: string, own: Properties): Properties[] =>
  root.storages
    .filter(({ name }) => name.startsWith(prefix))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, 1_000)
    .map((storage) => propertiesOf(storage, inPart, own.number(0x3ffd) ?? own.number(0x3fde)));

function wordsOf(own: Properties): string {
  const plain = own.text(0x1000);
  if (plain.trim() !== '') return plain;
  const bytes = own.bytes(0x1013);
  const html =
    bytes === undefined
      ? own.text(0x1013)
      : new TextDecoder(charsetOf(own.number(0x3fde) ?? 65001)).decode(
          bytes.subarray(0, 2_000_000),
        );
  return textOfHtml(html);
}

/** Within a company an address may be a path of its directory: then the servers' lines say it. */
function writerOf(own: Properties, head: Head): MailAddress {
  const said = [0x5d01, 0x5d02, 0x0c1f, 0x0065].map((id) => own.text(id));
  const [line = ''] = head('from');
  const inLine =
    /<([^<>\s]{3,320}@[^<>\s]{1,300})>/.exec(line) ?? /(\S{1,300}@\S{1,300})/.exec(line);
  const address = [...said, inLine?.[1] ?? ''].find((one) => one.includes('@')) ?? '';
  return { name: nameBeside(own.text(0x0c1a) || own.text(0x0042), address), address };
}

function addressOf(one: Properties): MailAddress {
  const address =
    [0x39fe, 0x3003].map((id) => one.text(id)).find((text) => text.includes('@')) ?? '';
  return { name: nameBeside(one.text(0x3001), address), address };
}

/** Outlook writes the address as the name of whom it does not know. */
const nameBeside = (name: string, address: string): string => {
  const plain = name.trim().replace(/^'(.*)'$/, '$1');
  return plain.toLowerCase() === address.toLowerCase() ? '' : plain;
};

const isCopied = (one: Properties): boolean => (one.number(0x0c15) ?? 1) > 1;

function timeOf(own: Properties, head: Head): number | undefined {
  const times = [own.time(0x0039), mailTime(head('date')[0] ?? ''), own.time(0x0e06)];
  return times.find((at) => at !== undefined && isMailTime(at));
}

/** The lines that servers wrote, where the mail came over the net. */
function headOf(lines: string): Head {
  const values = new Map<string, string[]>();
  for (const line of lines
    .slice(0, 500_000)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at < 1) continue;
    const name = line.slice(0, at).toLowerCase();
    values.set(name, [...(values.get(name) ?? []), line.slice(at + 1).trim()].slice(0, 20));
  }
  return (name) => values.get(name) ?? [];
}

/** Signed so that every program can read it is no secret; everything else of S/MIME may be. */
function encrypted(kind: string, parts: readonly Properties[]): boolean {
  if (/\.SMIME$/i.test(kind)) return true;
  return parts.some((part) => {
    const name = nameOf(part);
    return /^(?:message\.rpmsg|encrypted\.asc)$/i.test(name) || isPgp(part.text(0x370e));
  });
}

const isPgp = (type: string): boolean => /^application\/pgp-encrypted/i.test(type);

const nameOf = (part: Properties): string =>
  part.text(0x3707) || part.text(0x3704) || part.text(0x3001);

function attachmentsOf(parts: readonly Properties[], hash: Hash) {
  return parts
    .filter((part) => part.number(0x7ffe) !== 1)
    .slice(0, mostAttachments)
    .map((part) => {
      const bytes = part.bytes(0x3701) ?? new Uint8Array(0);
      const type = part.text(0x370e) || 'application/octet-stream';
      return {
        name: attachmentName(nameOf(part), type),
        size: bytes.byteLength,
        hash: hash(bytes),
      };
    });
}
