// What a cell of a list says as text, for a spreadsheet or a mail.

import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import { ownValue } from '../../../src-shared/fields/own.ts';
import { codeWords } from '../../../src-shared/query/field-words.ts';
import type { PeopleOfGroups } from '../../../src-shared/query/answers.ts';
import { noFacts } from '../../../src-shared/query/facts.ts';
import { valuesAt } from '../../../src-shared/query/values.ts';
import { memberOf, type Place, typeOf } from '../../../src-shared/query/places.ts';
import { cellTarget, writtenCell } from '../../fields/cell-target.ts';
import type { Dates } from '../../ui/when.tsx';
import { commaWords } from '../../words/in-language.ts';
import type { Lookups } from '../column-of.tsx';

export type TextLookups = Lookups & {
  groupPeople: PeopleOfGroups;
  calledOf: (doc: RecordDoc) => string;
  /** Who wrote something, as they are called here. */
  nameOf: (stamp: RecordDoc['origin']) => string;
  dates: Dates;
  /** A number as no spreadsheet runs it. */
  phoneCell: (phone: Pick<SetItem, 'value' | 'more'>) => string;
};

/** `place` undefined: of a newer version, or a field that was put away. */
export function cellWords(
  field: string,
  place: Place | undefined,
  doc: RecordDoc,
  reader: Reader,
  lookups: TextLookups,
): string {
  if (field === 'role') return lookups.roleLines.get(doc.id)?.text ?? '';
  if (place === undefined) return '';
  if (field === 'createdBy') return lookups.nameOf(doc.origin);
  if (field === 'name') return lookups.calledOf(doc);
  const phone = phoneIn(place, doc);
  if (phone !== undefined) return lookups.phoneCell(phone);
  const target = cellTarget(place);
  if (target !== undefined) return writtenCell(target, doc, reader);
  switch (place.at) {
    case 'fact': {
      const value = lookups.facts[doc.id]?.[place.name];
      if (value === undefined) return '';
      return typeOf(place) === 'time'
        ? lookups.dates.date(Number(value))
        : codeWords(String(value));
    }
    case 'member': {
      const value = memberOf(doc, place.name);
      if (typeOf(place) === 'time') return lookups.dates.date(Number(value));
      return typeOf(place) === 'choice' ? codeWords(String(value)) : String(value);
    }
    case 'set': {
      const values = (doc.sets[place.name] ?? []).map(({ value }) =>
        place.set.link === undefined ? value : (lookups.names.get(value) ?? ''),
      );
      return commaWords(values.filter((value) => value !== ''));
    }
    case 'group-fact': {
      const { count = 0, lastContact } = lookups.groupPeople[doc.id] ?? {};
      if (place.name === 'people.count') return String(count);
      return lastContact === undefined ? '' : lookups.dates.date(lastContact);
    }
    // Typed, or leading to somebody.
    case 'field':
      return commaWords(linkedIn(place, doc).flatMap((id) => lookups.names.get(id) ?? []));
  }
}

function phoneIn(place: Place, doc: RecordDoc): Pick<SetItem, 'value' | 'more'> | undefined {
  if (place.at === 'set') return place.name === 'phones' ? doc.sets['phones']?.[0] : undefined;
  if (place.at !== 'field' || place.field.type !== 'phone') return undefined;
  const value = ownValue(place.field, place.name, doc);
  return typeof value === 'string' ? { value } : undefined;
}

/** Ids of what a link leads to. */
export const linkedIn = (place: Place, doc: RecordDoc): string[] =>
  valuesAt(place, doc, noFacts).filter((value) => typeof value === 'string');
