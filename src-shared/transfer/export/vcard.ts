// A person as a vCard: 4.0 (RFC 6350, 9554) or 3.0 (RFC 2426) as Apple and Google write
// it. Labels without a TYPE of their own go into an item group with X-ABLabel.

import type { SetItem } from '../../domain/record.ts';
import { phoneText } from '../../values/phone-text.ts';
import { labelsOf } from './cell-text.ts';
import { type ExportDoc, type ExportPerson, textOf } from './export-person.ts';
import { addressTypes, appleLabel, phoneTypes, withLabel } from './vcard-labels.ts';
import { type CardLines, createCardLines, type VcardVersion } from './vcard-lines.ts';
import { writeRoles } from './vcard-roles.ts';

const inEvery = [
  'prefix',
  'given',
  'middle',
  'family',
  'suffix',
  'nickname',
  'fullName',
  'phoneticGiven',
  'phoneticMiddle',
  'phoneticFamily',
  'maidenName',
  'birthday',
  'gender',
  'photo',
];

/** The fields of a person that a card of each version says. */
export const cardFields: { readonly [version in VcardVersion]: ReadonlySet<string> } = {
  '3.0': new Set(inEvery),
  '4.0': new Set([...inEvery, 'pronouns', 'language']),
};

export function vcardOf(person: ExportPerson, version: VcardVersion): string {
  const lines = createCardLines(version);
  const { doc } = person;
  writeUid(lines, doc.id, version);
  writeName(lines, person, version);
  writePersonal(lines, doc, version);
  writeContact(lines, doc, version);
  writeAround(lines, doc, version);
  writeRoles(lines, person.roles);
  const labels = labelsOf(person);
  if (labels.length > 0) lines.list('categories', labels);
  if (doc.note !== '') lines.text('note', doc.note);
  return lines.card();
}

export function writeUid(lines: CardLines, id: string, version: VcardVersion): void {
  lines.raw('prodid', '-//Rapport//Rapport//EN');
  if (version === '4.0') lines.raw('uid', `urn:uuid:${id}`);
  else lines.text('uid', id);
}

function writeName(lines: CardLines, { doc, roles }: ExportPerson, version: VcardVersion): void {
  const parts = ['family', 'given', 'middle', 'prefix', 'suffix'].map((field) =>
    textOf(doc, field),
  );
  const hasParts = parts.some((part) => part !== '');
  lines.text('fn', doc.name || roles[0]?.organisation || doc.id);
  // 3.0 demands N, and phones show it instead of FN: the whole name goes where it is shown.
  if (hasParts) lines.text('n', parts);
  else if (version === '3.0')
    lines.text('n', ['', textOf(doc, 'fullName') || doc.name, '', '', '']);
  const more = {
    nickname: 'nickname',
    phoneticGiven: 'x-phonetic-first-name',
    phoneticMiddle: 'x-phonetic-middle-name',
    phoneticFamily: 'x-phonetic-last-name',
    maidenName: 'x-maidenname',
  };
  for (const [field, name] of Object.entries(more)) {
    const text = textOf(doc, field);
    if (text !== '') lines.text(name, text);
  }
}

function writePersonal(lines: CardLines, doc: ExportDoc, version: VcardVersion): void {
  const birthday = textOf(doc, 'birthday');
  if (birthday !== '') writeBirthday(lines, birthday, version);
  const photo = textOf(doc, 'photo');
  if (photo !== '') writePhoto(lines, photo, version);
  const gender = textOf(doc, 'gender');
  const pronouns = textOf(doc, 'pronouns');
  const language = textOf(doc, 'language');
  if (version === '3.0') {
    if (gender !== '') lines.text('x-gender', gender);
    return;
  }
  if (gender !== '') lines.raw('gender', genderText(gender));
  if (pronouns !== '') lines.text('pronouns', pronouns);
  if (language !== '') lines.raw('lang', language);
}

/** 3.0 knows no date without a year: Apple's stand-in year marks it. */
function writeBirthday(lines: CardLines, text: string, version: VcardVersion): void {
  const isPartial = text.startsWith('--');
  if (!isPartial && !/^\d{4}-\d{2}-\d{2}$/.test(text)) lines.text('bday', text);
  else if (version === '4.0') lines.raw('bday', basicDate(text));
  else if (isPartial) lines.raw('bday', `1604-${text.slice(2)}`, { 'x-apple-omit-year': '1604' });
  else lines.raw('bday', text);
}

/** 4.0 writes dates without hyphens, except for those in place of the year. */
const basicDate = (text: string): string =>
  text.startsWith('--')
    ? `--${text.slice(2).replaceAll('-', '')}`
    : /^\d{4}-\d{2}$/.test(text)
      ? text
      : text.replaceAll('-', '');

function writePhoto(lines: CardLines, url: string, version: VcardVersion): void {
  const [, type, bytes] = /^data:image\/([a-z0-9.+-]+);base64,(.*)$/is.exec(url) ?? [];
  if (version === '4.0') lines.raw('photo', url, { value: 'uri' });
  else if (type !== undefined && bytes !== undefined)
    lines.raw('photo', bytes, { encoding: 'b', type: type.toUpperCase() });
}

function genderText(gender: string): string {
  const letter = { female: 'F', male: 'M', other: 'O', none: 'N', unknown: 'U', f: 'F', m: 'M' }[
    gender.toLowerCase()
  ];
  return letter ?? `;${gender.replace(/[\\,;]/g, '\\$&')}`;
}

export function writeContact(
  lines: CardLines,
  doc: Pick<ExportDoc, 'sets'>,
  version: VcardVersion,
): void {
  const { emails = [], phones = [], addresses = [] } = doc.sets;
  emails.forEach((item, index) => {
    const preferred = index === 0 && emails.length > 1;
    withLabel(lines, item, addressTypes, preferred, version, (params) =>
      lines.text('email', item.value, params),
    );
  });
  phones.forEach((item, index) => {
    const preferred = index === 0 && phones.length > 1;
    const text = phoneText(item);
    withLabel(lines, item, phoneTypes, preferred, version, (params) =>
      lines.raw('tel', text.replace(/[,;\\]/g, ' '), params),
    );
  });
  for (const item of addresses) {
    withLabel(lines, item, addressTypes, false, version, (params) => {
      const parts = ['poBox', 'extended', 'street', 'city', 'region', 'postalCode', 'country'].map(
        (part) => item.more?.[part] ?? '',
      );
      const label = version === '4.0' ? { label: item.value } : {};
      const written: string[] = parts.every((part) => part === '')
        ? ['', '', item.value, '', '', '', '']
        : parts;
      lines.text('adr', written, { ...params, ...label });
    });
  }
}

function writeAround(lines: CardLines, doc: ExportDoc, version: VcardVersion): void {
  const { handles = [], chats = [], dates = [], relations = [] } = doc.sets;
  writeLinks(lines, doc, version);
  for (const item of handles) {
    const network = item.more?.['network'] ?? item.label ?? 'other';
    if (version === '4.0') lines.text('socialprofile', item.value, { 'service-type': network });
    else lines.raw('x-socialprofile', item.value, { type: network });
  }
  for (const item of chats) {
    const service = item.more?.['service'] ?? item.label ?? 'x-im';
    const scheme = service.toLowerCase().replace(/[^a-z0-9+.-]/g, '') || 'x-im';
    lines.raw('impp', `${scheme}:${encodeURI(item.value)}`, {
      [version === '4.0' ? 'service-type' : 'x-service-type']: service,
    });
  }
  for (const item of dates) writeDate(lines, item, version);
  for (const item of relations) {
    const label = item.label ?? 'other';
    if (version === '4.0') lines.text('related', item.value, { type: label });
    else
      lines.labelled(appleLabel(label), (group) =>
        lines.text('x-abrelatednames', item.value, group),
      );
  }
  writeCustom(lines, doc);
}

export function writeLinks(
  lines: CardLines,
  { sets: { links = [] } }: Pick<ExportDoc, 'sets'>,
  version: VcardVersion,
): void {
  for (const item of links)
    withLabel(lines, item, addressTypes, false, version, (params) =>
      lines.raw('url', item.value, params),
    );
}

export function writeCustom(
  lines: CardLines,
  { sets: { custom = [] } }: Pick<ExportDoc, 'sets'>,
): void {
  for (const item of custom)
    lines.labelled(item.label ?? 'other', (group) =>
      lines.text('x-rapport-custom', item.value, group),
    );
}

function writeDate(lines: CardLines, item: SetItem, version: VcardVersion): void {
  const label = item.label ?? 'other';
  if (version === '4.0' && label.toLowerCase() === 'anniversary')
    lines.raw('anniversary', basicDate(item.value));
  else lines.labelled(appleLabel(label), (group) => lines.raw('x-abdate', item.value, group));
}
