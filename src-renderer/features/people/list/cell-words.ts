// What a cell of the list of people says as text, for a spreadsheet or a mail.

import type { RecordDoc, SetItem } from '../../../../src-shared/domain/record.ts';
import type { Reader } from '../../../../src-shared/fields/field.ts';
import { ownValue } from '../../../../src-shared/fields/own.ts';
import { codeWords } from '../../../../src-shared/query/field-words.ts';
import { memberOf, type Place, typeOf } from '../../../../src-shared/query/places.ts';
import { cellTarget, writtenCell } from '../../../fields/cell-target.ts';
import type { Dates } from '../../../ui/when.tsx';
import { commaWords } from '../../../words/in-language.ts';
import type { Lookups } from '../../../lists/column-of.tsx';

export type TextLookups = Lookups & {
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
        place.set.link === undefined ? value : (lookups.bucketNames.get(value) ?? ''),
      );
      return commaWords(values.filter((value) => value !== ''));
    }
    case 'field':
    case 'group-fact':
      return '';
  }
}

function phoneIn(place: Place, doc: RecordDoc): Pick<SetItem, 'value' | 'more'> | undefined {
  if (place.at === 'set') return place.name === 'phones' ? doc.sets['phones']?.[0] : undefined;
  if (place.at !== 'field' || place.field.type !== 'phone') return undefined;
  const value = ownValue(place.field, place.name, doc);
  return typeof value === 'string' ? { value } : undefined;
}
