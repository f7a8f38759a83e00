// An individual: the home unit of the app.

import { file, longText, personName as namePart, text } from '../fields/text.ts';
import { choice, yesNo } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { hours } from '../fields/hours.ts';
import {
  addresses,
  days,
  emails,
  feedAddresses,
  files,
  foreignIds,
  handles,
  labelledTexts,
  linkSet,
  names,
  permissionLog,
  phones,
  tags,
} from '../fields/set.ts';
import { hasSameWords, type NameFields } from '../values/name-words.ts';
import { foldText, joinText } from './fold.ts';
import { defineKind, type RecordContent } from './kind.ts';
import { mergedIntoOf, mergedKey } from './merging.ts';
import { channels } from './permission.ts';

const noContact = () => yesNo({ merge: 'restrictive', place: 'elsewhere' });
import { rhythmFields } from './rhythm.ts';

/** Why somebody is kept although nothing happens with them. */
export const keepReasons = ['tax', 'contract', 'law', 'other'] as const;

/** As Intl calls them. */
export const birthdayCalendars = [
  'gregory',
  'chinese',
  'hebrew',
  'islamic-umalqura',
  'persian',
] as const;

export const person = defineKind('person', {
  collection: 'people',
  privacy: 'own',
  onErase: 'keep',
  fields: {
    prefix: namePart({ search: 'name' }),
    given: namePart({ search: 'name', place: 'first' }),
    middle: namePart({ search: 'name' }),
    family: namePart({ search: 'name', place: 'first' }),
    suffix: namePart({ search: 'name' }),
    nickname: namePart({ search: 'name', place: 'first' }),
    /** The whole name as it was written, where it could not be split into parts. */
    fullName: namePart({ search: 'name' }),
    phoneticGiven: namePart({ search: 'name' }),
    phoneticMiddle: namePart({ search: 'name' }),
    phoneticFamily: namePart({ search: 'name' }),
    maidenName: namePart({ search: 'name' }),
    fileAs: namePart({ search: 'name' }),
    birthday: day({ place: 'first' }),
    /** The calendar by which the birthday comes round; left out: the Gregorian one. */
    birthdayCalendar: choice(birthdayCalendars),
    gender: text({ codes: ['female', 'male', 'other'] }),
    pronouns: text(),
    /** data: URL, at most 512 KiB. */
    photo: file({ place: 'elsewhere' }),
    language: text(),
    /** How a letter to them begins, where somebody wrote it. */
    letterOpening: text(),
    jobNote: longText(),
    /** Asked us to be left alone: no word at all, or none by this way. The careful answer wins. */
    doNotContact: noContact(),
    noMail: noContact(),
    noPhone: noContact(),
    noMessage: noContact(),
    noPost: noContact(),
    noVisit: noContact(),
    noContactReason: text({ place: 'elsewhere' }),
    noContactSince: day({ place: 'elsewhere' }),
    /** The last day on which that holds; left out: until they say otherwise. */
    noContactUntil: day({ place: 'elsewhere' }),
    /** Why they are kept though nothing happens with them, and the last day on which that holds. */
    keepFor: choice(keepReasons, { place: 'elsewhere' }),
    keepUntil: day({ place: 'elsewhere' }),
    preferredChannel: choice(channels, { place: 'elsewhere' }),
    /** See src-shared/values/hours.ts. */
    contactHours: hours({ place: 'elsewhere' }),
    /** IANA name, such as Europe/Berlin. */
    zone: text({ place: 'elsewhere' }),
    /** Who is called in their place. */
    contactThrough: text({ place: 'elsewhere' }),
    ...rhythmFields,
  },
  sets: {
    emails: emails(),
    phones: phones(),
    tags: tags(),
    addresses: addresses(),
    links: handles(),
    /** more.network */
    handles: handles(),
    dates: days(),
    relations: names(),
    /** more.service */
    chats: handles(),
    custom: labelledTexts({ search: 'body' }),
    /** The label names the system (vCard: a card's UID). */
    ids: foreignIds(),
    buckets: linkSet({ to: ['groups'], along: true, discreet: true }),
    /** The label is the network; more: see src-shared/feeds/subscription.ts. */
    feeds: feedAddresses(),
    files: files(),
    permissions: permissionLog(),
  },
  name: personName,
  sortName: personSortName,
  keys: personKeys,
});

const nameParts = ['prefix', 'given', 'middle', 'family', 'suffix'];

/**
 * As it was written where the parts say the same in another order or with other signs, so
 * that an edit of a part is seen; else the parts, then what else somebody is known by.
 */
export function personName({ fields, sets }: RecordContent): string {
  const joined = joinText(nameParts.map((part) => fields[part]));
  const written = joinText([fields['fullName']]);
  if (joined !== '')
    return written !== '' && written !== joined && hasSameWords(namesOf(fields), written)
      ? written
      : joined;
  const others = [
    written,
    fields['nickname'],
    ...['emails', 'phones', 'chats', 'handles'].map((set) => sets[set]?.[0]?.value),
  ];
  return joinText([others.find((other) => typeof other === 'string' && other.trim() !== '')]);
}

const namesOf = (fields: RecordContent['fields']): NameFields =>
  Object.fromEntries(
    [...nameParts, 'nickname'].flatMap((part) => {
      const text = fields[part];
      return typeof text === 'string' ? [[part, text]] : [];
    }),
  );

/** Short forms count with their dot only where somebody may be called so. */
const titles = /^(?:(?:(?:dr|prof|mrs?|ms|mx|herr|frau)\.?|(?:rev|hon|mag|ing|dipl\.-ing)\.) +)+/i;

export const withoutTitles = (name: string): string => name.replace(titles, '');

/** “Dr. Ada Lovelace” is looked for under A, whichever part her title was written into. */
function personSortName(content: RecordContent): string {
  const { fields } = content;
  const shown = personName(content);
  const untitled = joinText(nameParts.slice(1).map((part) => fields[part]));
  const isAsWritten = shown !== joinText(nameParts.map((part) => fields[part]));
  return withoutTitles(isAsWritten ? shown : untitled || shown);
}

/** Finds whoever has a feed. */
export const feedKey = 'has:feed';

function personKeys(content: RecordContent): string[] {
  const { fields, sets } = content;
  const keeper = mergedIntoOf(content);
  const short = joinText([fields['given'], fields['family']]) || personName(content);
  return [
    ...((sets['feeds'] ?? []).length > 0 ? [feedKey] : []),
    ...(keeper === undefined ? [] : [mergedKey(keeper)]),
    ...(short === '' ? [] : [`name:${foldText(short)}`]),
  ];
}
