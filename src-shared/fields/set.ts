// Fields of which a record has several entries: what an entry is, when two are the same,
// what the index finds them by, and how entries made apart come together.

import type { SetItem } from '../domain/record.ts';
import { asIs, labelled, lowerTrimmed, phoneKey } from '../domain/fold.ts';
import { isFileHash, fileKey } from '../domain/attachment.ts';
import { permissionKey, takenBack } from '../domain/permission.ts';
import type { AnyField, FieldTypeName, LinkTarget, SearchSlot } from './field.ts';
import { text } from './text.ts';
import { choicesOperators, type Operator, textOperators, timeOperators } from './operators.ts';

type Entry = Pick<SetItem, 'value'> & {
  label?: string | undefined;
  more?: SetItem['more'] | undefined;
};

/**
 * remove-wins: an entry taken out stays out (the usual). add-wins: putting it in again,
 * also unchanged, beats taking it out elsewhere. union: entries are only ever added.
 */
export type SetMerge = 'remove-wins' | 'add-wins' | 'union';

export type FieldSet = {
  readonly type: FieldTypeName;
  /** Under the same key two entries are one. */
  readonly keyOf: (item: Entry) => string;
  /** What the index finds a record by, for one of its entries. */
  readonly indexed?: (item: Entry) => string | undefined;
  readonly search?: SearchSlot;
  /** What search finds an entry by; left out: its value. */
  readonly words?: (item: Entry) => string;
  readonly merge?: SetMerge;
  /** Of a union: under which further value an entry that is undone says so. Left out: it stays as it is. */
  readonly undone?: string;
  readonly link?: LinkTarget;
  /** Further values an entry carries, by name. */
  readonly more?: { readonly [name: string]: AnyField };
  readonly operators: readonly Operator[];
  readonly hidden?: boolean;
};

type SetOptions = Pick<FieldSet, 'search' | 'merge' | 'more' | 'hidden'>;

const setType =
  (
    type: FieldTypeName,
    keyOf: FieldSet['keyOf'],
    rest: Partial<FieldSet> = {},
  ): ((options?: SetOptions) => FieldSet) =>
  (options = {}) => ({ type, keyOf, operators: textOperators, ...rest, ...options });

/** Addresses as written. */
export const emails = setType('email', lowerTrimmed, {
  search: 'contact',
  indexed: (item) => `email:${lowerTrimmed(item)}`,
});
/** E.164 where understood, an extension behind it (;ext=12); more.raw as written. */
export const phones = setType('phone', phoneKey, {
  search: 'contact',
  indexed: (item) => `phone:${phoneKey(item)}`,
});
/** One line; more: street extended poBox city region postalCode country. */
export const addresses = setType('address', lowerTrimmed, {
  search: 'body',
  more: { city: text(), region: text(), postalCode: text(), country: text() },
});
/** Links, names on networks (more.network) and chats (more.service). */
export const handles = setType('handle', lowerTrimmed, { search: 'contact' });
export const days = setType('day', asIs, { operators: timeOperators });
/** People by name, who need not be in the book. */
export const names = setType('person-name', lowerTrimmed, { search: 'body' });
export const tags = setType('choices', lowerTrimmed, {
  search: 'body',
  operators: choicesOperators,
  indexed: (item) => `tag:${lowerTrimmed(item)}`,
});
/** Label and value as a file gave them. */
export const labelledTexts = setType('text', labelled);
/** Another system's ids; the label names the system. */
export const foreignIds = setType('text', labelled, {
  indexed: (item) => `id:${item.label ?? ''}:${item.value}`,
});
/** Addresses of feeds. */
export const feedAddresses = setType('handle', asIs, { hidden: true });
/** Attached files by the hash of their bytes (see domain/attachment.ts). */
export const files = setType('file', asIs, {
  search: 'body',
  words: ({ label }) => label ?? '',
  indexed: ({ value }) => (isFileHash(value) ? fileKey(value) : undefined),
});
/** What happened to the record, one entry an event; nothing is ever taken out. */
export const log = setType('log', asIs, { merge: 'union', operators: [] });

/** What was done to the record, each at its time (label, ISO 8601); undone it is out again. */
export const happenings = setType('log', labelled, { operators: [], hidden: true });

/** Parts of a text that were marked; label: as what. */
export const marks = setType('text', labelled, { operators: [], hidden: true });

/** Laptops of teammates by their device ids, with words around them where a kind says so. */
export const members = setType('text', asIs, { hidden: true, operators: [] });
/** What a person allowed or forbade (domain/permission.ts). */

export const permissionLog = setType('log', permissionKey, {
  merge: 'union',
  undone: takenBack,
  operators: [],
});

/** Times at which something was due, each by its day; more: what became of it. */
export const occurrences = setType('text', asIs, { operators: [] });

/** What a choice of the team's own offers; the value is its code, more: label, colour, retired. */
export const optionsSet = setType('text', asIs);

/** Records it points to, each with what is said of the link in `more`. */
export const linkSet = (link: LinkTarget, options: SetOptions = {}): FieldSet => ({
  type: 'links',
  keyOf: asIs,
  operators: choicesOperators,
  link,
  ...options,
});
