// Details of a file that are called like a field of the team's own, as values of that field:
// so what went out as a detail (export/own-details.ts) comes back where it was, and a column
// of another program finds the field that was made for it. A field that the import is to make
// takes its values here, too; it is a record only once the import is carried out.

import { foldText } from '../../../domain/fold.ts';
import { codeFor, type OwnField, readOwnField } from '../../../domain/own-field.ts';
import { ownKey } from '../../../domain/own-values.ts';
import type { JsonValue, NewRecord, RecordId } from '../../../domain/record.ts';
import { type AnyField, plainReader, type Reader, shownValue } from '../../../fields/field.ts';
import { typeOfOwn } from '../../../fields/own.ts';
import { defineField } from '../../../records/intents/own-fields.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import { parseJson } from '../../../values/parse-json.ts';
import type { ImportField, PlannedRow } from '../../import-types.ts';
import { addOnce } from './add-value.ts';
import { addItem, type Incoming, makeItem, type OwnValues } from './incoming.ts';

/** A field to be made for details of this name, where there is none. */
export type WantedOwn = { label: string; type: OwnField['type']; currency: string };

export type OwnFromDetails = {
  /** Changes what it is given, and gives it back. Counted only where it is read first. */
  fill: (incoming: Incoming, isFirst: boolean) => Incoming;
  /** What was filled so far, fields to be made first. */
  filled: () => ImportField[];
  toMake: () => NewRecord[];
  /** A change in such a field, by the field's name and in words. */
  named: (change: RowChange) => RowChange;
};

type RowChange = PlannedRow['changes'][number];

type Own = {
  field: OwnField;
  key: string;
  type: AnyField;
  isNew: boolean;
  fits: number;
  misfits: number;
  examples: Set<string>;
};

/** Reads the definitions once. Those that were put away take nothing in. */
export async function ownFromDetails(
  store: Pick<RecordStore, 'scan'>,
  reader: Reader,
  wanted: readonly WantedOwn[] = [],
  newId?: () => string,
): Promise<OwnFromDetails> {
  const byName = new Map<string, Own>();
  const known = new Set<string>();
  for await (const docs of store.scan('setup', { status: 'live' }))
    for (const field of docs.flatMap((doc) => readOwnField(doc) ?? [])) {
      const name = nameOf(field.kind, field.label);
      known.add(name);
      // Of two of one name the team's: what goes into it is where others look for it.
      if (!field.isRetired && !field.isNewer && !(field.isPrivate && byName.has(name)))
        byName.set(name, own(field, false));
    }
  for (const one of newId === undefined ? [] : wanted) {
    const name = nameOf('person', one.label);
    if (known.has(name)) continue;
    known.add(name);
    byName.set(name, own(fieldToMake(one, newId?.() ?? ''), true));
  }
  const all = [...byName.values()].sort((a, b) => Number(b.isNew) - Number(a.isNew));
  /** What no field takes in is said of the person, with where it is so. */
  const fillRoles = (incoming: Incoming, isFirst: boolean): Incoming => {
    for (const role of incoming.roles) {
      const { details = [], own = { fields: {}, sets: {} }, organisation } = role;
      delete role.details;
      for (const { label, value } of details) {
        const found = byName.get(nameOf('tie', label));
        if (found !== undefined && fillCounted(own, found, value, reader, isFirst)) role.own = own;
        else addOnce(incoming, 'custom', makeItem(value, `${label} (${organisation})`));
      }
    }
    return incoming;
  };
  const fillAll: OwnFromDetails['fill'] = (incoming, isFirst) => {
    const details = incoming.sets['custom'] ?? [];
    const left = details.filter(({ label = '', value }) => {
      const found = byName.get(nameOf(incoming.kind, label));
      return found === undefined || !fillCounted(incoming, found, value, reader, isFirst);
    });
    if (left.length === details.length) return fillRoles(incoming, isFirst);
    if (left.length > 0) incoming.sets['custom'] = left;
    else delete incoming.sets['custom'];
    return fillRoles(incoming, isFirst);
  };
  return {
    fill: byName.size === 0 ? fillRoles : fillAll,
    filled: () =>
      all
        .filter(({ isNew, fits, misfits }) => isNew || fits + misfits > 0)
        .map(({ field: { label, type }, isNew, fits, misfits, examples }) => ({
          label,
          type,
          isNew,
          fits,
          misfits,
          examples: [...examples],
        })),
    named: (change) => {
      const found = all.find(({ key }) => key === change.field);
      if (found === undefined) return change;
      const words = (text: string): string => wordsOf(found, text);
      return {
        ...change,
        name: found.field.label,
        old: words(change.old),
        new: words(change.new),
      };
    },
    toMake: () => all.filter(({ isNew }) => isNew).map(({ field }) => definitionOf(field)),
  };
}

const own = (field: OwnField, isNew: boolean): Own => ({
  field,
  key: ownKey(field),
  type: typeOfOwn(field),
  isNew,
  fits: 0,
  misfits: 0,
  examples: new Set(),
});

const fieldToMake = ({ label, type, currency }: WantedOwn, id: string): OwnField => ({
  id,
  label,
  kind: 'person',
  type,
  currency,
  isNewer: false,
  isPrivate: false,
  help: '',
  isRetired: false,
  options: [],
});

function definitionOf({ id, label, kind, type, currency, options }: OwnField): NewRecord {
  const more = type === 'money' ? { currency } : {};
  const made = defineField({ label, kind, type, ...more });
  const items = options.map(({ code, label: name }) => ({ value: code, more: { label: name } }));
  return { ...made, id: id as RecordId, sets: { options: items } };
}

/** `text` as changes have it: what is stored, or its JSON. */
function wordsOf({ type }: Own, text: string): string {
  if (text === '') return '';
  const stored = type.accepts(text) ? text : ((parseJson(text) ?? text) as JsonValue);
  return type.accepts(stored) ? shownValue(type, stored, plainReader) : text;
}

const nameOf = (kind: string, label: string): string => `${kind} ${foldText(label.trim())}`;

const mostExamples = 3;

function fillCounted(
  incoming: OwnValues,
  found: Own,
  text: string,
  reader: Reader,
  isFirst: boolean,
): boolean {
  if (found.isNew) offer(found, text);
  const isFilled = fill(incoming, found, text, reader) || keepHere(incoming, found, text);
  if (!isFirst) return isFilled;
  if (isFilled) found.fits += 1;
  else {
    found.misfits += 1;
    if (found.examples.size < mostExamples) found.examples.add(text.slice(0, 80));
  }
  return isFilled;
}

/** A new list offers what the file has in it. */
function offer(found: Own, text: string): void {
  const { field } = found;
  if (field.type !== 'choice' && field.type !== 'choices') return;
  const names = field.type === 'choice' ? [text] : text.split(/[,;]/);
  const options = [...field.options];
  for (const name of names.map((one) => one.trim())) {
    const folded = foldText(name);
    const isThere = options.some(({ label }) => foldText(label) === folded);
    if (name === '' || name.length > longestOption || isThere || options.length >= mostOptions)
      continue;
    const taken = options.map(({ code }) => code);
    const code = codeFor(name, taken);
    options.push({ id: code, code, label: name, isRetired: false });
  }
  if (options.length === field.options.length) return;
  found.field = { ...field, options };
  found.type = typeOfOwn(found.field);
}

/**
 * What does not fit a private field stays in it as text: as another detail the team would get it.
 * So it does in a role, which has no other details; names of records are no text to be cast.
 */
function keepHere(incoming: OwnValues, { key, field, type }: Own, text: string): boolean {
  if (!field.isPrivate && (field.kind !== 'tie' || type.link !== undefined)) return false;
  if (incoming.fields[key] === undefined) incoming.fields[key] = text;
  else addItem(incoming, key, { value: text });
  return true;
}

/** More are no list to choose from. */
const mostOptions = 500;
const longestOption = 200;

/** False where the value does not fit, or the field has one already: it stays a detail. */
function fill(incoming: OwnValues, { key, type }: Own, text: string, reader: Reader): boolean {
  // Whom a name means is not known here.
  if (type.link !== undefined) return false;
  const value = type.typed(text, reader);
  if (value === undefined || value === '') return false;
  if (type.own?.isMany === true) {
    const codes = [value].flat().filter((code) => typeof code === 'string');
    for (const code of codes) addItem(incoming, key, { value: code });
    return true;
  }
  if (incoming.fields[key] !== undefined) return false;
  incoming.fields[key] = value;
  return true;
}
