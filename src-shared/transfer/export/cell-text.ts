// From a column's source, as data, to the function that reads its text from a person.

import type { SetItem } from '../../domain/record.ts';
import { cellTextOf, type ExportPerson, textOf } from './export-person.ts';
import { fillSlots } from './fill-slots.ts';
import { phoneCell } from './phone-cell.ts';
import type { CellSource, CsvFormat, SlotSet } from './csv-format.ts';

/** A person with their values dealt out to a format's slots. */
export type Dealt = ExportPerson & {
  slots: Partial<Record<SlotSet, (SetItem | undefined)[]>>;
  leftOut: [string, number][];
};

export function deal(person: ExportPerson, format: CsvFormat): Dealt {
  const dealt: Dealt = { ...person, slots: {}, leftOut: [] };
  for (const [set, slots] of Object.entries(format.slots)) {
    const items = person.doc.sets[set];
    if (items === undefined || items.length === 0) continue;
    const filled = fillSlots(items, slots);
    dealt.slots[set as SlotSet] = filled.slots;
    if (filled.leftOut > 0) dealt.leftOut.push([set, filled.leftOut]);
  }
  return dealt;
}

export function cellReader(from: CellSource): (person: Dealt) => string {
  if ('field' in from) return ({ doc }) => cellTextOf(doc, from.field);
  if ('spaced' in from) return ({ doc }) => textOf(doc, from.spaced).replace(/^--/, ' --');
  if ('date' in from) return ({ doc }) => wholeDate(textOf(doc, from.date));
  if ('name' in from) return nameReaders[from.name];
  if ('role' in from) return ({ roles }) => roles[0]?.[from.role] ?? '';
  if ('slot' in from) return slotReader(from.slot, from.at, from.part);
  if ('labels' in from) return (person) => [...from.always, ...labelsOf(person)].join(from.labels);
  if ('note' in from) return ({ doc }) => doc.note;
  return () => '';
}

/** Tags, then the names of buckets, each once. */
export function labelsOf({ doc, buckets }: ExportPerson): string[] {
  return [
    ...new Set([
      ...(doc.sets['tags'] ?? []).map((item) => item.value),
      ...buckets.map((bucket) => bucket.name),
    ]),
  ];
}

const nameReaders: Record<
  'given-and-middle' | 'family' | 'full',
  (person: ExportPerson) => string
> = {
  'given-and-middle': ({ doc }) => joined([textOf(doc, 'given'), textOf(doc, 'middle')], ' '),
  family: ({ doc }) => {
    const family = textOf(doc, 'family');
    const hasParts = family !== '' || textOf(doc, 'given') !== '' || textOf(doc, 'middle') !== '';
    return hasParts ? family : textOf(doc, 'fullName');
  },
  full: ({ doc }) => doc.name,
};

function slotReader(set: SlotSet, at: number, part: string | undefined): (person: Dealt) => string {
  const read =
    set === 'addresses'
      ? addressReader(part ?? 'street')
      : (valueReaders[set] ?? ((item: SetItem) => item.value));
  return ({ slots }) => {
    const item = slots[set]?.[at];
    return item === undefined ? '' : read(item);
  };
}

/** A handle's @ would be run as a formula, and receivers want it without. */
const valueReaders: Partial<Record<SlotSet, (item: SetItem) => string>> = {
  phones: phoneCell,
  handles: (item) => item.value.replace(/^@/, ''),
};

/** Street takes what has no column of its own, and the whole line where there are no parts. */
function addressReader(part: string): (item: SetItem) => string {
  if (part !== 'street') return ({ more }) => more?.[part] ?? '';
  return ({ value, more = {} }) => {
    const hasParts = ['street', 'city', 'region', 'postalCode', 'country'].some(
      (name) => (more[name] ?? '') !== '',
    );
    return hasParts ? joined([more['street'], more['extended'], more['poBox']], ', ') : value;
  };
}

/** A birthday without a year is no date to most programs. */
const wholeDate = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');

const joined = (texts: readonly (string | undefined)[], by: string): string =>
  texts.filter((text) => text !== undefined && text !== '').join(by);
