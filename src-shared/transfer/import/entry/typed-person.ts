// Somebody who is being typed in, as an import would have them.

import { parseName } from '../../../values/name.ts';
import { createItemParser } from '../../../values/parse-item.ts';
import { emptyIncoming, type Incoming, makeItem } from './incoming.ts';

type Typed = { name: string; email: string; phone: string; company: string };

/** `country` is ISO 3166-1 alpha-2. What is not understood yet says nothing. */
export function typedPerson({ name, email, phone, company }: Typed, country: string): Incoming {
  const parse = createItemParser(country);
  const itemsOf = (set: string, value: string) =>
    parse(set, { value }).flatMap((one) =>
      one.problem === undefined ? [makeItem(one.value, undefined, one.more)] : [],
    );
  return {
    ...emptyIncoming(0),
    fields: { ...parseName(name) },
    sets: { emails: itemsOf('emails', email), phones: itemsOf('phones', phone) },
    roles: company.trim() === '' ? [] : [{ organisation: company.trim() }],
  };
}
