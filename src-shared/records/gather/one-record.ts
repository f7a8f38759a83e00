// What one record does when values are put together in a field of the team's own.

import { isKeptHere } from '../../domain/kept-here.ts';
import { foldText } from '../../domain/fold.ts';
import type { JsonValue, RecordDoc, SetItem } from '../../domain/record.ts';
import type { AnyField, OwnReading, Reader } from '../../fields/field.ts';
import { misfitsIn, ownValue, storedOwn } from '../../fields/own.ts';
import type { Change, Ref } from '../command.ts';
import { putItem, removeItem, setField } from '../intents/edits.ts';

/** A field of the team's own under the key of its values. */
export type OwnPlace = { key: string; type: AnyField & { own: OwnReading } };

export type Gathering = {
  /** The name of details, or a field. */
  from: { label: string } | OwnPlace;
  into: OwnPlace;
  reader: Reader;
  /** Whether records of the kind have other details, where what does not fit can stay. */
  hasDetails: boolean;
};

/** `left`: what does not fit and stays, as text. */
type Gathered = { changes: Change[]; fits: number; left: string[] };

type Content = Pick<RecordDoc, 'fields' | 'sets'>;

export const isOfName = ({ label = '' }: SetItem, name: string): boolean =>
  foldText(label.trim()) === foldText(name.trim());

/** What there is to be put together, as text. */
export const textsIn = (doc: Content, from: Gathering['from']): string[] =>
  'label' in from
    ? (doc.sets['custom'] ?? [])
        .filter((item) => isOfName(item, from.label))
        .map(({ value }) => value)
    : storedOwn(from.key, doc).map((stored) => textOf(stored, from));

export function gatheredIn(ref: Ref, doc: Content, gathering: Gathering): Gathered {
  return 'label' in gathering.from
    ? fromDetails(ref, doc, gathering.from.label, gathering)
    : fromField(ref, doc, gathering.from, gathering);
}

function fromDetails(ref: Ref, doc: Content, label: string, { into, reader }: Gathering): Gathered {
  const place = placeFor(ref, doc, into);
  const read = (text: string): JsonValue[] => {
    const typed = into.type.typed(text, reader);
    return typed === undefined || typed === '' ? into.type.own.cast(text) : [typed].flat();
  };
  const left: string[] = [];
  let fits = 0;
  for (const item of doc.sets['custom'] ?? []) {
    if (!isOfName(item, label)) continue;
    if (place.take(read(item.value)) !== false) {
      fits += 1;
      place.changes.push(removeItem(ref, 'custom', item.id));
    } else left.push(item.value);
  }
  return { changes: place.changes, fits, left };
}

/** What does not fit becomes another detail of the field's name, or stays where it is. */
function fromField(
  ref: Ref,
  doc: Content,
  from: OwnPlace,
  { into, hasDetails }: Gathering,
): Gathered {
  const place = placeFor(ref, doc, into);
  const left: string[] = [];
  let fits = 0;
  const goesAway = (stored: JsonValue): boolean => {
    const text = textOf(stored, from);
    const taken = place.take(into.type.own.cast(optionIn(stored, from)?.label ?? stored));
    if (taken !== false) fits += 1;
    // What stands there already stays here, too, in the field that is put away: where two are joined
    // apart, each into the other, neither relies on what the other takes away.
    if (taken === 'there') return false;
    if (taken === false) {
      left.push(text);
      if (!hasDetails || isKeptHere(from.key)) return false;
      place.changes.push(putItem(ref, 'custom', { value: text, label: from.type.own.label }));
    }
    return true;
  };
  const alone = doc.fields[from.key];
  if (alone !== undefined && alone !== null && goesAway(alone))
    place.changes.push(setField(ref, from.key, null));
  for (const { id, value } of doc.sets[from.key] ?? [])
    if (goesAway(value)) place.changes.push(removeItem(ref, from.key, id));
  return { changes: place.changes, fits, left };
}

/** What became of a value: false where it cannot stand there, `there` where it did before. */
type Taken = boolean | 'there';

/** Takes values in for as long as there is room. */
function placeFor(ref: Ref, doc: Content, { key, type }: OwnPlace) {
  const changes: Change[] = [];
  const present = storedOwn(key, doc);
  if (type.own.isMany) {
    const known = new Set(present);
    const to = type.link?.to[0];
    const take = (values: readonly JsonValue[]): Taken => {
      const texts = values.filter((value) => typeof value === 'string');
      if (texts.length === 0) return false;
      const news = texts.filter((one) => !known.has(one));
      if (news.length === 0) return 'there';
      for (const value of news) {
        known.add(value);
        const more = to === undefined ? {} : { more: { to } };
        changes.push(putItem(ref, key, { value, ...more }));
      }
      return true;
    };
    return { changes, take };
  }
  let held = ownValue(type, key, doc);
  let isTaken = present.length > 0;
  const take = (values: readonly JsonValue[]): Taken => {
    const [value] = values;
    if (value === undefined || values.length > 1) return false;
    if (isTaken) return JSON.stringify(held) === JSON.stringify(value) ? 'there' : false;
    changes.push(setField(ref, key, value));
    [held, isTaken] = [value, true];
    return true;
  };
  return { changes, take };
}

const optionIn = (stored: JsonValue, { type }: OwnPlace) =>
  type.own.options.find(({ code }) => code === stored);

function textOf(stored: JsonValue, { key, type }: OwnPlace): string {
  const option = optionIn(stored, { key, type });
  if (option !== undefined) return option.label;
  // Read as a type that nothing fits, everything is said as text.
  const own = { ...type.own, cast: () => [] };
  return misfitsIn({ own }, key, { fields: { [key]: stored }, sets: {} })[0] ?? '';
}
