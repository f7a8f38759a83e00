// An e-mail address that stands where the name belongs, alone or beside the name.

import { parseEmail } from '../../../values/email.ts';

const beside = /[\s<>()[\],;]+/;
/** Somebody may well be called `#@home`: taken out of a name is only what no name looks like. */
const domain = /@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u;

/** What is left of the name; every address in it is added to `found`. */
export function nameWithoutEmail(text: string, found: string[]): string {
  if (!text.includes('@')) return text;
  const words = text.split(beside).filter((word) => word !== '');
  const addresses = words.filter((word) => domain.test(word) && parseEmail(word) !== undefined);
  if (addresses.length === 0) return text;
  found.push(...addresses);
  return words.filter((word) => !addresses.includes(word)).join(' ');
}
