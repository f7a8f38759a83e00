// What is read off the head of a mail in the same way, whichever program wrote it.

import { oneLine } from '../feeds/safe-words.ts';
import type { MailAddress } from './mail-types.ts';

const mostAddresses = 500;
const mostReferences = 100;
export const mostAttachments = 200;

export const mailboxOf = ({ name, address }: MailAddress): MailAddress => ({
  name: oneLine(name, 200),
  address: oneLine(address, 320),
});

export const mailboxes = (given: readonly MailAddress[]): MailAddress[] =>
  given
    .filter(({ address }) => address.includes('@'))
    .slice(0, mostAddresses)
    .map(mailboxOf);

export const messageIds = (text: string): string[] =>
  [...new Set(text.slice(0, 50_000).match(/<[^<>\s]{1,900}>/g))].slice(0, mostReferences);

type Unnamed = {
  at?: number | undefined;
  from: readonly MailAddress[];
  subject: string;
  text: string;
};

/** Its Message-ID; without one, what makes it this mail and no other. */
export function mailKey(
  messageId: string,
  { at, from, subject, text }: Unnamed,
  hash: (bytes: Uint8Array) => string,
): string {
  const [id] = messageIds(messageId);
  if (id !== undefined) return id;
  const said = [String(at ?? ''), from[0]?.address ?? '', subject, text].join('\n');
  return `no-id:${hash(new TextEncoder().encode(said))}`;
}

const firstYear = Date.UTC(1970, 0, 2);
const lastYear = Date.UTC(2100, 0, 1);

export const isMailTime = (at: number): boolean => at >= firstYear && at < lastYear;

export function mailTime(text: string): number | undefined {
  const at = Date.parse(text.replace(/\([^)]*\)/g, '').trim());
  return isMailTime(at) ? at : undefined;
}

export type Head = (name: string) => string[];

export const isToMany = (head: Head): boolean =>
  head('list-unsubscribe').length > 0 ||
  head('list-id').length > 0 ||
  head('precedence').some((value) => /bulk|list|junk/i.test(value)) ||
  head('auto-submitted').some((value) => !/^\s*no\b/i.test(value));

export const attachmentName = (name: string, type: string): string => {
  const line = oneLine(name, 200);
  return line === '' ? type : line;
};
