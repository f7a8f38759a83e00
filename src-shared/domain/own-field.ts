// A field that the team has defined for itself. Its values lie in the records it is for,
// under its own key (fields/own.ts reads them); what it is called, of which type it is and
// what it offers to choose from can change without a value being touched.

import { choice } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import type { OwnOption } from '../fields/field.ts';
import { text, longText } from '../fields/text.ts';
import { optionsSet } from '../fields/set.ts';
import { foldText } from './fold.ts';
import { defineKind } from './kind.ts';
import type { RecordDoc } from './record.ts';

export const ownFieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'day',
  'time',
  'yes-no',
  'choice',
  'choices',
  'web',
  'email',
  'phone',
  'people',
  'groups',
  'rating',
] as const;
export type OwnFieldType = (typeof ownFieldTypes)[number];

/** What can have fields of the team's own: kinds, and all that happened (`moment`) as one. */
export const kindsWithOwnFields = ['person', 'organisation', 'community', 'tie', 'moment'] as const;

/** What was taken for a call may have been a meeting: they have their fields in common. */
const momentKinds: readonly string[] = ['note', 'call', 'meeting', 'message'];

/** The kinds of record that have a field which is for `what`. */
export const recordKindsOf = (what: string): readonly string[] =>
  what === 'moment' ? momentKinds : [what];

/** What fields are for that a record of this kind has. */
export const ownFieldsFor = (kind: string): string =>
  momentKinds.includes(kind) ? 'moment' : kind;

export const ownField = defineKind('field', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    label: text({ search: 'name' }),
    /** What has it. */
    for: choice(kindsWithOwnFields),
    type: choice(ownFieldTypes),
    /** Of money. ISO 4217. */
    currency: text(),
    help: longText(),
    /** Fractional key: fields are shown in its order. */
    order: text({ hidden: true }),
    /** Put away: hidden from pages and offers, its values kept. */
    retiredAt: time({ hidden: true }),
    /** By its id the field that its values went to: while this one is put away, views follow. */
    joinedInto: text({ hidden: true }),
  },
  sets: { options: optionsSet() },
});

export type OwnField = {
  id: string;
  label: string;
  kind: string;
  /** A newer version's type is read as text, and nothing is written. */
  type: OwnFieldType;
  isNewer: boolean;
  currency: string;
  help: string;
  isRetired: boolean;
  /** On this laptop only, as are its values. */
  isPrivate: boolean;
  /** The id of the field that stands for it, where it was put away for another one. */
  joinedInto?: string;
  options: readonly OwnOption[];
};

/** Undefined for what is no such field, or is in the trash. */
export function readOwnField(
  doc: Pick<RecordDoc, 'id' | 'kind' | 'status' | 'scope' | 'fields' | 'sets'>,
): OwnField | undefined {
  if (doc.kind !== ownField.kind || doc.status !== 'live') return undefined;
  const { label, for: kind, type, currency, help, retiredAt, joinedInto } = doc.fields;
  if (typeof kind !== 'string') return undefined;
  const known = ownFieldTypes.find((one) => one === type);
  return {
    id: doc.id,
    label: textOr(label, ''),
    kind,
    type: known ?? 'text',
    isNewer: known === undefined,
    currency: textOr(currency, 'EUR'),
    help: textOr(help, ''),
    isRetired: typeof retiredAt === 'number',
    isPrivate: doc.scope === 'private',
    ...(typeof retiredAt === 'number' && typeof joinedInto === 'string' ? { joinedInto } : {}),
    options: (doc.sets['options'] ?? []).map(({ id, value, more }) => ({
      id,
      code: value,
      label: more?.['label'] ?? value,
      isRetired: more?.['retired'] === 'yes',
    })),
  };
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

/**
 * Two laptops that make the option "Gold" make the same one. `taken` are the codes there
 * are: one that was given to another name since is not used again.
 */
export function codeFor(label: string, taken: readonly string[]): string {
  const plain = foldText(label).trim().replace(/\s+/g, '-').slice(0, longestCode) || 'option';
  for (let at = 1; ; at++) {
    const code = at === 1 ? plain : `${plain}-${at}`;
    if (!taken.includes(code)) return code;
  }
}

const longestCode = 80;
