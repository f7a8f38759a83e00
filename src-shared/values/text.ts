// E-mail addresses, names, links and cells as other programs write them.

import emailAddresses from 'email-addresses';
import { parseFullName } from 'parse-full-name';

import { joinText } from '../domain/fold.ts';

const plainEmail = /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;

/** The bare address with its domain in lower case; undefined when it is none. */
export function parseEmail(text: string): string | undefined {
  const trimmed = text.trim().replace(/^mailto:/i, '');
  if (plainEmail.test(trimmed)) return lowerDomain(trimmed);
  if (trimmed.length > 320 || !trimmed.includes('@')) return undefined;
  const parsed = emailAddresses.parseOneAddress({ input: trimmed, rfc6532: true });
  return parsed?.type === 'mailbox' ? lowerDomain(parsed.address) : undefined;
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

export type NameParts = {
  prefix?: string;
  given?: string;
  middle?: string;
  family?: string;
  suffix?: string;
  nickname?: string;
};

/** Parts of a whole name; none where the library is not sure. The caller keeps the text. */
export function parseName(text: string): NameParts {
  const name = text.trim();
  if (name.length > 200 || !name.includes(' ')) return {};
  const parsed = parseFullName(name, 'all', 0, false, true);
  if (parsed.error.length > 0) return {};
  const parts: NameParts = {};
  if (parsed.title !== '') parts.prefix = parsed.title;
  if (parsed.first !== '') parts.given = parsed.first;
  if (parsed.middle !== '') parts.middle = parsed.middle;
  if (parsed.last !== '') parts.family = parsed.last;
  if (parsed.suffix !== '') parts.suffix = parsed.suffix;
  if (parsed.nick !== '') parts.nickname = parsed.nick;
  return parts;
}

/** Undoes what our export does to cells that a spreadsheet would run as a formula. */
export function restoreFormula(cell: string): string {
  if (cell.charCodeAt(0) !== 39) return cell;
  return /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}

const addressParts = ['street', 'extended', 'poBox', 'postalCode', 'city', 'region', 'country'];

/** One line from an address's parts. */
export function addressLine(more: { [part: string]: string }): string {
  let line = '';
  for (const part of addressParts) {
    const text =
      part === 'city'
        ? ''
        : part === 'postalCode'
          ? joinText([more[part], more['city']])
          : (more[part] ?? '').trim();
    if (text !== '') line += line === '' ? text : `, ${text}`;
  }
  return line.includes('\n') ? line.replace(/\s*\n\s*/g, ', ') : line;
}
