// Who wrote in a chat: a number where the phone did not know them, else the name they have in
// its address book.

import { oneLine } from '../../feeds/safe-words.ts';
import { phoneKey } from '../../domain/fold.ts';
import { createPhoneParser, type PhoneParser } from '../../values/phone.ts';
import { unseen } from '../../values/unseen.ts';
import type { MailAddress } from '../mail-types.ts';

const digitsOnly = /^\+?[\d\s().\u00a0\u2011-]{5,40}$/;

export type Namer = (said: string, name?: string) => MailAddress;

/** Each way of writing somebody is read once. */
export function createNamer(country: string | undefined): Namer {
  const parse = createPhoneParser(country);
  const known = new Map<string, MailAddress>();
  return (said, name = '') => {
    const key = `${said}\n${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const read = readOne(said, name, parse);
    if (known.size < 50_000) known.set(key, read);
    return read;
  };
}

function readOne(said: string, name: string, parse: PhoneParser): MailAddress {
  // Who is not in the address book goes by a name of their own choice behind “~”.
  const plain = oneLine(said.replace(unseen, ''), 200).replace(/^~\s*/, '');
  const shown = oneLine(name, 200);
  if (!digitsOnly.test(plain)) return { name: shown || plain, address: `name:${plain}` };
  const { value, problem } = parse(plain);
  const number = problem === undefined ? value : plain;
  return { name: shown, address: `phone:${phoneKey({ value: number })}` };
}
