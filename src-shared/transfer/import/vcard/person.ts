// From a card's properties to an incoming person, or to the organisation that is all they
// name, with Apple's and RFC 9554's additions.

import { foldText } from '../../../domain/fold.ts';
import type { ItemParser } from '../../../values/parse-item.ts';
import { addOnce } from '../entry/add-value.ts';
import { cardSystem, cardUid } from './card-uid.ts';
import { asOrganisation, isOnlyCompany } from '../entry/company.ts';
import { addRemark, emptyIncoming, type Incoming, makeItem } from '../entry/incoming.ts';
import { setName } from '../entry/person-fields.ts';
import type { Card, CardProperty } from './card.ts';
import { addLabels } from './contact.ts';
import type { CardContext } from './context.ts';
import { addJobs } from './jobs.ts';
import { handlers } from './handlers.ts';
import { builtIn } from './labels.ts';

export function personOfCard(
  card: Card,
  line: number,
  parse: ItemParser,
  nameOf: CardContext['nameOf'],
): Incoming {
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
    nameOf,
  };
  for (const property of properties) {
    const handle = handlers.get(property.name);
    if (handle !== undefined) handle(property, context);
    else if (!ignored.has(property.name) && property.values.some((value) => value.trim() !== ''))
      keepUnknown(property, context);
  }
  for (const line of card.unreadable)
    addOnce(incoming, 'custom', makeItem(line.slice(0, 2_000), 'vCard'));
  addJobs(incoming, properties);
  addLabels(properties, context);
  const uid = cardUid(first('uid'));
  if (uid !== '') addOnce(incoming, 'ids', makeItem(uid, cardSystem));
  const isCompany =
    first('x-abshowas').toUpperCase() === 'COMPANY' || first('kind').toLowerCase() === 'org';
  const made = personOrCompany(incoming, first('fn'), isCompany);
  if (made.kind === 'organisation')
    for (const field of ['description', 'industry'] as const) {
      const text = first(`x-rapport-${field}`);
      if (text !== '') made.fields[field] = text;
    }
  return made;
}

/** `full` is the name that every card must have, if only its company's. */
function personOrCompany(incoming: Incoming, full: string, isSaid: boolean): Incoming {
  const { fields, roles } = incoming;
  const [role] = roles;
  const [whole, firm] = [foldText(full), foldText(role?.organisation ?? '')];
  // What a company is called may be longer than the name that stands first in its parts.
  const isLonger = isSaid && whole !== '' && whole.startsWith(firm);
  const said = isLonger ? { ...incoming, roles: [{ ...role, organisation: full }] } : incoming;
  const company = said.roles[0]?.organisation ?? '';
  const isCompany = isSaid || (whole !== '' && whole === firm);
  if ((isCompany || whole === '') && isOnlyCompany(said, isCompany)) {
    const made = asOrganisation(said);
    if (whole !== '' && whole !== foldText(company))
      addOnce(made, 'custom', makeItem(full, 'name'));
    return made;
  }
  const hasParts = ['given', 'family'].some((part) => part in fields);
  setName(incoming, full);
  // A card's own name is as its owner wants to see it.
  if (!hasParts && full.includes(',')) fields['fullName'] ??= full;
  const hasName = ['given', 'family', 'fullName'].some((part) => part in fields);
  if (!hasName && company !== '') fields['fullName'] = company;
  return incoming;
}

/** Handled above, or about the file and not the person. */
const ignored = new Set(
  'version fn org title role label x-ablabel x-abadr x-abshowas kind x-addressbookserver-kind prodid rev uid source xml clientpidmap x-abuid x-imagehash x-imagetype x-sharedphotodisplaypref mailer x-img-background-color x-ablabels created grammgender gramgender class profile name x-rapport-description x-rapport-industry x-rapport-role x-rapport-org x-rapport-title x-rapport-department x-rapport-start x-rapport-until'.split(
    ' ',
  ),
);

const longestDetail = 20_000;

/** Keys, logos and sounds are kept where they are an address; else that they came is said. */
function keepUnknown({ name: property, values, params }: CardProperty, context: CardContext): void {
  const { incoming } = context;
  const text = values.join(';').trim();
  const isBytes = params.has('encoding') || /^data:/i.test(text) || text.length > longestDetail;
  if (isBytes) addRemark(incoming, 'detail-left-out');
  else addOnce(incoming, 'custom', makeItem(text, property.replace(/^x-/, '').slice(0, 200)));
}
