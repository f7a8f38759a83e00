// An LDIF entry as a card, so that it is read as one: the attributes of inetOrgPerson
// (RFC 2798, RFC 4519) and of Mozilla's address book.

import type { Card, CardProperty } from '../vcard/card.ts';
import type { Entry } from './entries.ts';

/** The property that an attribute is, and its types. */
const propertyByAttribute = new Map(
  `cn fn|displayname fn|mail email|mozillasecondemail email|telephonenumber tel work|homephone tel home
   mobile tel cell|cellphone tel cell|facsimiletelephonenumber tel fax|fax tel fax|pager tel pager|pagerphone tel pager
   title title|description note|mozillaworkurl url work|workurl url work|mozillahomeurl url home|homeurl url home
   labeleduri url|mozillanickname nickname|xmozillanickname nickname|jpegphoto photo`
    .split(/[|\n]/)
    .map((line) => {
      const [attribute = '', name = '', type] = line.trim().split(' ');
      return [attribute, { name, types: type === undefined ? [] : [type] }] as const;
    }),
);

/** Attributes that are read together, or say nothing about anybody. */
const others = new Set(
  `dn givenname gn sn surname o company ou department birthyear birthmonth birthday objectclass modifytimestamp
   mozillauseshtmlmail mozillahtmlmail userpassword member uniquemember version changetype usercertificate
   street streetaddress postofficebox mozillaworkstreet2 l locality st region postalcode zip c countryname
   mozillahomestreet homepostaladdress mozillahomestreet2 mozillahomelocalityname mozillahomestate mozillahomepostalcode
   mozillahomecountryname`.split(/\s+/),
);

export function cardOfEntry({ values }: Entry): Card {
  const first = (...names: string[]): string =>
    names.map((name) => values.get(name)?.[0] ?? '').find((value) => value !== '') ?? '';
  const properties: CardProperty[] = [];
  const add = (name: string, texts: readonly string[], types: readonly string[] = []): void => {
    if (texts.some((text) => text !== ''))
      properties.push({
        ...bare,
        name,
        values: [...texts],
        types: [...types],
        writtenTypes: [...types],
      });
  };
  add('n', [first('sn', 'surname'), first('givenname', 'gn')]);
  add('org', [first('o', 'company'), first('ou', 'department')]);
  add(
    'adr',
    [
      first('postofficebox'),
      first('mozillaworkstreet2'),
      first('street', 'streetaddress'),
      first('l', 'locality'),
      first('st', 'region'),
      first('postalcode', 'zip'),
      first('c', 'countryname'),
    ],
    ['work'],
  );
  add(
    'adr',
    [
      '',
      first('mozillahomestreet2'),
      first('mozillahomestreet', 'homepostaladdress'),
      first('mozillahomelocalityname'),
      first('mozillahomestate'),
      first('mozillahomepostalcode'),
      first('mozillahomecountryname'),
    ],
    ['home'],
  );
  const [month, day] = [first('birthmonth'), first('birthday')];
  if (month !== '' && day !== '')
    add('bday', [`${first('birthyear') || '-'}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`]);
  for (const [attribute, texts] of values) {
    const known = propertyByAttribute.get(attribute);
    if (known === undefined && others.has(attribute)) continue;
    for (const text of texts) add(known?.name ?? `x-${attribute}`, [text], known?.types);
  }
  return { properties, unreadable: [] };
}

const bare = { params: new Map<string, string>(), group: '' };

/** Mailing lists name their members; nobody is called like one. */
export const isListEntry = ({ values }: Entry): boolean =>
  (values.get('objectclass') ?? []).some((one) =>
    /^(?:groupofnames|groupofuniquenames|mozillaablist)$/i.test(one),
  );
