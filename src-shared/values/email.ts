// E-mail addresses, one or several in a text: the local part as written, the domain in
// lower case.

import emailAddresses from 'email-addresses';

import { type ParsedValue, understood } from './parsed-value.ts';
import { splitList } from './split-list.ts';
import { unseen } from './unseen.ts';

const plainEmail = /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;
const longestEmail = 320;

/** Undefined when the text is no address. A display name beside it is kept as `raw`. */
export function parseEmail(text: string): ParsedValue | undefined {
  const raw = text.replace(unseen, '').trim();
  // Some write the name and the address with a bar between.
  const [, name = '', address = ''] = /^([^|@<>]+)\|([^|@\s]+@[^|@\s]+)$/.exec(raw) ?? [];
  if (address !== '') return parseEmail(`${name.trim()} <${address}>`);
  const trimmed = raw.replace(/^mailto:/i, '');
  if (plainEmail.test(trimmed)) return { value: lowerDomain(trimmed) };
  if (trimmed.length > longestEmail || !trimmed.includes('@')) return undefined;
  const parsed = emailAddresses.parseOneAddress({ input: trimmed, rfc6532: true });
  if (parsed?.type !== 'mailbox') return undefined;
  const value = lowerDomain(parsed.address);
  return parsed.name === null ? { value } : understood(value, raw);
}

/** One address, or several where each of them is one; else the text with the problem. */
export function parseEmails(text: string): ParsedValue[] {
  const one = parseEmail(text);
  if (one !== undefined) return [one];
  const whole = text.trim();
  return (
    severalEmails(splitList(whole, /[,;\n]/)) ??
    severalEmails(whole.split(/[\s,;]+/)) ?? [{ value: whole, problem: 'email-not-understood' }]
  );
}

function severalEmails(parts: readonly string[]): ParsedValue[] | undefined {
  const written = parts.filter((part) => part !== '');
  const parsed = written.map(parseEmail).filter((email) => email !== undefined);
  return parsed.length > 0 && parsed.length === written.length ? parsed : undefined;
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
