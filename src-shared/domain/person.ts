// An individual: the home unit of the app.

import { fileKeys } from './attachment.ts';
import { asIs, foldText, labelled, lowerTrimmed, phoneKey } from './fold.ts';
import type { KindDefinition, RecordContent } from './kind.ts';

export const personFields = [
  'prefix',
  'given',
  'middle',
  'family',
  'suffix',
  'nickname',
  /** The whole name as it was written, where it could not be told apart. */
  'fullName',
  'phoneticGiven',
  'phoneticMiddle',
  'phoneticFamily',
  'maidenName',
  'fileAs',
  /** YYYY-MM-DD, or --MM-DD where the year is not known. */
  'birthday',
  'gender',
  'pronouns',
  /** data: URL, at most 512 KiB. */
  'photo',
  'language',
  'jobNote',
] as const;

/**
 * emails: value as written. phones: value E.164 where understood, more.raw as typed.
 * addresses: value one-line text, more: street extended poBox city region postalCode
 * country. links: URL. handles: value, more.network. dates: value YYYY-MM-DD or --MM-DD.
 * relations: value is a name. chats: value, more.service. custom: label and value.
 * ids: value is another system's id, label the system (vCard: a card's UID). buckets: value is a group's id.
 * files: see attachment.ts.
 * feeds: value is the feed's address, label its network, more: see src-shared/feeds/subscription.ts.
 */
export const person: KindDefinition = {
  kind: 'person',
  collection: 'people',
  fields: personFields,
  sets: {
    emails: lowerTrimmed,
    phones: phoneKey,
    addresses: lowerTrimmed,
    links: lowerTrimmed,
    handles: lowerTrimmed,
    dates: asIs,
    relations: lowerTrimmed,
    chats: lowerTrimmed,
    tags: lowerTrimmed,
    custom: labelled,
    ids: labelled,
    buckets: asIs,
    feeds: asIs,
    files: asIs,
  },
  derive: (content) => ({
    name: personName(content),
    sortName: personSortName(content),
    keys: personKeys(content),
    search: personSearch(content),
  }),
};

const nameParts = ['prefix', 'given', 'middle', 'family', 'suffix'];

/** Prefers the parts, then the whole name, nickname, first e-mail, first phone. */
export function personName({ fields, sets }: RecordContent): string {
  const joined = joinText(nameParts.map((part) => fields[part]));
  if (joined !== '') return joined;
  const others = [
    fields['fullName'],
    fields['nickname'],
    sets['emails']?.[0]?.value,
    sets['phones']?.[0]?.value,
  ];
  return joinText([others.find((other) => typeof other === 'string' && other.trim() !== '')]);
}

/** Short forms count with their dot only where somebody may be called so. */
const titles = /^(?:(?:(?:dr|prof|mrs?|ms|mx|herr|frau)\.?|(?:rev|hon|mag|ing|dipl\.-ing)\.) +)+/i;

/** “Dr. Ada Lovelace” is looked for under A, whichever part her title was written into. */
function personSortName(content: RecordContent): string {
  const { fields } = content;
  const untitled = joinText(nameParts.slice(1).map((part) => fields[part]));
  return (untitled || personName(content)).replace(titles, '');
}

/** Finds whoever has a feed. */
export const feedKey = 'has:feed';

function personKeys(content: RecordContent): string[] {
  const { sets } = content;
  const keys = new Set<string>();
  for (const item of sets['emails'] ?? []) keys.add(`email:${lowerTrimmed(item)}`);
  for (const item of sets['phones'] ?? []) keys.add(`phone:${phoneKey(item)}`);
  for (const item of sets['tags'] ?? []) keys.add(`tag:${lowerTrimmed(item)}`);
  for (const item of sets['ids'] ?? []) keys.add(`id:${item.label ?? ''}:${item.value}`);
  for (const item of sets['buckets'] ?? []) keys.add(item.value);
  if ((sets['feeds'] ?? []).length > 0) keys.add(feedKey);
  for (const key of fileKeys(sets['files'])) keys.add(key);
  const mergedInto = content.fields['mergedInto'];
  if (typeof mergedInto === 'string') keys.add(`merged:${mergedInto}`);
  const given = content.fields['given'];
  const family = content.fields['family'];
  const short = joinText([given, family]) || personName(content);
  if (short !== '') keys.add(`name:${foldText(short)}`);
  return [...keys];
}

function personSearch({ fields, sets, note }: RecordContent) {
  const names = personFields.slice(0, 12).map((field) => fields[field]);
  const values = (names: string[]) =>
    names.flatMap((name) => (sets[name] ?? []).map((item) => item.value));
  return {
    name: joinText(names),
    contact: joinText(values(['emails', 'phones', 'links', 'handles', 'chats'])),
    body: joinText([...values(['tags', 'addresses', 'relations', 'custom']), note]),
  };
}

export function joinText(values: readonly unknown[]): string {
  return values
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .map((value) => value.trim())
    .join(' ');
}
