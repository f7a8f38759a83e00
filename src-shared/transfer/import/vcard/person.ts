// From a card's properties to an incoming person, or to the organisation that is all they
// name, with Apple's and RFC 9554's additions.

import { foldText } from '../../../domain/fold.ts';
import type { ItemParser } from '../../../values/parse-item.ts';
import { addOnce } from '../entry/add-value.ts';
import { cardSystem, cardUid } from './card-uid.ts';
import { asOrganisation, isOnlyCompany } from '../entry/company.ts';
import { emptyIncoming, type Incoming, makeItem } from '../entry/incoming.ts';
import { setName } from '../entry/person-fields.ts';
import type { Card, CardProperty } from './card.ts';
import type { CardContext } from './context.ts';
import { handlers } from './handlers.ts';
import { builtIn } from './labels.ts';

export function personOfCard(card: Card, line: number, parse: ItemParser): Incoming {
  const incoming = emptyIncoming(line);
  const { properties } = card;
  const first = (name: string) =>
    properties.find((property) => property.name === name)?.values[0]?.trim() ?? '';
  const labelByGroup = new Map(
    properties
      .filter(({ name, group }) => name === 'x-ablabel' && group !== '')
      .map(({ group, values }) => [group, builtIn(values[0] ?? '')]),
  );
  const context: CardContext = {
    incoming,
    parse,
    labelByGroup,
    title: first('title'),
    role: first('role'),
  };
  for (const property of properties) {
    const handle = handlers.get(property.name);
    if (handle !== undefined) handle(property, context);
    else if (!ignored.has(property.name) && property.values.some((value) => value.trim() !== ''))
      keepUnknown(property, context);
  }
  for (const line of card.unreadable)
    addOnce(incoming, 'custom', makeItem(line.slice(0, 2_000), 'vCard'));
  if (!properties.some(({ name }) => name === 'org') && context.title !== '')
    incoming.fields['jobNote'] ??= context.title;
  const uid = cardUid(first('uid'));
  if (uid !== '') addOnce(incoming, 'ids', makeItem(uid, cardSystem));
  const isCompany =
    first('x-abshowas').toUpperCase() === 'COMPANY' || first('kind').toLowerCase() === 'org';
  return personOrCompany(incoming, first('fn'), isCompany);
}

/** `full` is the name that every card must have, if only its company's. */
function personOrCompany(incoming: Incoming, full: string, isCompany: boolean): Incoming {
  const { fields, roles } = incoming;
  const isNameless = isCompany && roles.length === 0 && full !== '';
  const said = isNameless ? { ...incoming, roles: [{ organisation: full }] } : incoming;
  const company = said.roles[0]?.organisation ?? '';
  const isCalledSo = isCompany || full === '' || foldText(full) === foldText(company);
  if (isCalledSo && isOnlyCompany(said, isCompany)) return asOrganisation(said);
  setName(incoming, full);
  const hasName = ['given', 'family', 'fullName'].some((part) => part in fields);
  if (!hasName && company !== '') fields['fullName'] = company;
  return incoming;
}

/** Handled above, or about the file and not the person. */
const ignored = new Set(
  'version fn title role x-ablabel x-abadr x-abshowas kind x-addressbookserver-kind prodid rev uid source xml clientpidmap x-abuid x-imagehash x-imagetype x-sharedphotodisplaypref mailer label x-img-background-color x-ablabels created grammgender gramgender logo sound key agent class tz geo profile name x-phonetic-org x-evolution-file-as'.split(
    ' ',
  ),
);

function keepUnknown({ name: property, values }: CardProperty, { incoming }: CardContext): void {
  const text = values.join(';').trim();
  if (text.length <= 20_000)
    addOnce(incoming, 'custom', makeItem(text, property.replace(/^x-/, '').slice(0, 200)));
}
