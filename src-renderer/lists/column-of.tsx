// One column of a list, by what it shows.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { FactValues } from '../../src-shared/query/answers.ts';
import { codeWords } from '../../src-shared/query/field-words.ts';
import { noFacts } from '../../src-shared/query/facts.ts';
import { memberOf, operatorsOf, type Place, typeOf } from '../../src-shared/query/places.ts';
import { valuesAt } from '../../src-shared/query/values.ts';
import { FieldText } from '../fields/field-text.tsx';
import { changedColumn, emailColumn, phoneColumn, tagsColumn } from '../kinds/columns.tsx';
import type { GridColumn } from '../ui/virtual-grid.tsx';
import { WhenText } from '../ui/when.tsx';
import { commaWords } from '../words/in-language.ts';

export type Lookups = {
  facts: FactValues;
  /** By person. */
  roleLines: ReadonlyMap<string, { text: string }>;
  names: ReadonlyMap<string, string>;
};

type Column = Omit<GridColumn<RecordDoc>, 'name'>;

/** Whether rows can be put in an order by it. */
export const sorts = (place: Place): boolean =>
  operatorsOf(place).length > 0 && typeOf(place) !== 'links';

/** `place` undefined: of a newer version, or a field that was put away. */
export function columnOf(field: string, place: Place | undefined, lookups: Lookups): Column {
  switch (field) {
    case 'role':
      return {
        width: 'minmax(90px, 1.8fr)',
        cell: (doc) => <span className="dim">{lookups.roleLines.get(doc.id)?.text ?? ''}</span>,
      };
    case 'emails':
      return emailColumn();
    case 'phones':
      return phoneColumn();
    case 'tags':
      return tagsColumn();
    case 'changedAt':
      return changedColumn();
    default:
      return place === undefined
        ? { width: 'minmax(80px, 1fr)', cell: () => '' }
        : { width: widthOf(place), cell: (doc) => valueIn(doc, place, lookups) };
  }
}

const widthOf = (place: Place): string => {
  switch (typeOf(place)) {
    case 'number':
    case 'money':
    case 'rating':
    case 'yes-no':
      return 'minmax(92px, 0.8fr)';
    // November 30, 2026.
    case 'day':
    case 'time':
      return 'minmax(140px, 0.9fr)';
    default:
      return 'minmax(96px, 1.3fr)';
  }
};

function valueIn(doc: RecordDoc, place: Place, { facts, names }: Lookups) {
  switch (place.at) {
    case 'field':
      return <FieldText doc={doc} field={place.name} />;
    case 'fact': {
      const value = facts[doc.id]?.[place.name];
      if (value === undefined) return place.name === 'lastContact.at' ? <Never /> : '';
      return typeOf(place) === 'time' ? <WhenText at={Number(value)} /> : codeWords(String(value));
    }
    case 'member': {
      const value = memberOf(doc, place.name);
      if (typeOf(place) === 'time') return <WhenText className="dim" at={Number(value)} />;
      return typeOf(place) === 'choice' ? codeWords(String(value)) : String(value);
    }
    // A list of groups has columns of its own for these.
    case 'group-fact':
      return '';
    case 'set': {
      const values = valuesAt(place, doc, noFacts).map(String);
      const words = values.map((value) =>
        place.set.link === undefined ? value : (names.get(value) ?? ''),
      );
      return commaWords(words.filter((word) => word !== ''));
    }
  }
}

const Never = () => <span className="dim">{t`Never`}</span>;
