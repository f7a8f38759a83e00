// The columns of a list of what happened: its words, when, what it was, with whom, by whom.

import { t } from '@lingui/core/macro';

import { momentKindOf, peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { referenceWords } from '../../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import { useKinds } from '../../../data/known-kinds.tsx';
import { useNameOf } from '../../../data/team-rest.tsx';
import { useRecordsById } from '../../../data/use-records.ts';
import { labelOf, windowKind } from '../../../kinds/kinds.ts';
import { calledOf } from '../../../lists/called-of.ts';
import { momentList } from '../../../lists/list-kind.ts';
import { columnOf, sorts } from '../../../lists/column-of.tsx';
import { editCell } from '../../../lists/edit-cell.tsx';
import { sortHead } from '../../../lists/sort-head.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { columnsIn, withWidth } from '../../../lists/view-columns.ts';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { WhenText } from '../../../ui/when.tsx';
import { commaWords } from '../../../words/in-language.ts';

type Column = GridColumn<RecordDoc>;

const noLookups = { facts: {}, roleLines: new Map(), names: new Map() };

/** `shown`: those in view; `beforeSave`: before a cell is saved. */
export function useMomentColumns(
  list: ListView,
  shown: readonly RecordDoc[],
  beforeSave: (id: string) => Promise<void>,
): Column[] {
  const { kind, view } = list;
  const { of, usualColumns } = kind;
  const kinds = useKinds();
  const nameOf = useNameOf();
  const people = useRecordsById('people', [...new Set(shown.flatMap(peopleOfMoment))]);
  const sized = (field: string, width: string) => {
    const own = view.columns.find((one) => one.field === field)?.width;
    return {
      width: own === undefined ? width : `${own}px`,
      onResize: (next: number | undefined) =>
        list.setColumns(withWidth(view, usualColumns, field, next)),
    };
  };
  const shownAs = (field: string): Omit<Column, 'name'> => {
    switch (field) {
      case 'when':
        return { width: '132px', cell: (doc) => <WhenText at={doc.at} /> };
      case 'kind':
        return { width: 'minmax(92px, 0.6fr)', cell: (doc) => labelOf(momentKindOf(doc)) };
      case 'people':
        return {
          width: 'minmax(140px, 1.6fr)',
          cell: (doc) => (
            <span dir="auto">
              {commaWords(
                peopleOfMoment(doc).flatMap((id) => {
                  const person = people.get(id);
                  return person === undefined ? [] : nameOrNone(person);
                }),
              )}
            </span>
          ),
        };
      case 'createdBy':
        return {
          width: 'minmax(96px, 0.8fr)',
          cell: (doc) => <span className="dim">{nameOf(doc.origin)}</span>,
        };
      case 'note':
        return {
          width: 'minmax(160px, 3fr)',
          cell: (doc) => <span dir="auto">{doc.note}</span>,
        };
      default:
        return columnOf(field, resolveReference(kinds, of, field)?.place, noLookups);
    }
  };
  return [
    {
      name: t`What`,
      ...sized('name', 'minmax(220px, 4fr)'),
      cell: (doc) => <What doc={doc} />,
      isFrozen: true,
      ...sortHead(list, 'name', t`What`, true),
    },
    ...columnsIn(view, usualColumns).map((field): Column => {
      const place = resolveReference(kinds, of, field)?.place;
      const name = referenceWords(kinds, of, field);
      const { width, ...column } = shownAs(field);
      return {
        ...editCell(place, name, beforeSave),
        ...column,
        ...sized(field, width),
        name,
        ...sortHead(list, field, name, place !== undefined && sorts(place)),
      };
    }),
  ];
}

export const momentWords = (doc: RecordDoc): string =>
  calledOf(momentList, doc) || t`Without words`;

export function MomentMark({ doc }: { doc: RecordDoc }) {
  const { icon: Icon } = windowKind(momentKindOf(doc));
  return (
    <span className="group-mark" aria-hidden>
      <Icon size={16} />
    </span>
  );
}

function What({ doc }: { doc: RecordDoc }) {
  return (
    <span className="who">
      <MomentMark doc={doc} />
      <span className="cell" dir="auto">
        {momentWords(doc)}
      </span>
    </span>
  );
}
