// The columns of a list of groups: the name, the faces of its people, the last contact with one
// of them, and what its kind holds.

import { plural, t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { GroupPeople } from '../../../src-shared/query/answers.ts';
import { referenceWords } from '../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../src-shared/query/places.ts';
import { smartConditions } from '../../../src-shared/query/smart.ts';
import { useKinds } from '../../data/known-kinds.tsx';
import { useGroupPeople } from '../../data/use-group-people.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { peopleOfGroupPath } from '../../kinds/group.tsx';
import { windowKind } from '../../kinds/kinds.ts';
import { columnOf, sorts } from '../../lists/column-of.tsx';
import { editCell } from '../../lists/edit-cell.tsx';
import { sortHead } from '../../lists/sort-head.tsx';
import type { ListView } from '../../lists/use-list-view.ts';
import { columnsIn, withWidth } from '../../lists/view-columns.ts';
import { Face } from '../../ui/face.tsx';
import type { GridColumn } from '../../ui/grid-column.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates, WhenText } from '../../ui/when.tsx';

type Column = GridColumn<RecordDoc>;

const noLookups = { facts: {}, roleLines: new Map(), names: new Map() };

/** `shown`: ids of those in view; `beforeSave`: before a cell is saved, where they are edited. */
export function useGroupListColumns(
  list: ListView,
  shown: readonly string[],
  beforeSave: (id: string) => Promise<void>,
): Column[] {
  const { kind, view } = list;
  const { of, usualColumns } = kind;
  const kinds = useKinds();
  const people = useGroupPeople(shown);
  const faces = useRecordsById('people', [
    ...new Set(shown.flatMap((id) => people[id]?.first ?? [])),
  ]);
  const sized = (field: string, width: string) => {
    const own = view.columns.find((one) => one.field === field)?.width;
    return {
      width: own === undefined ? width : `${own}px`,
      onResize: (next: number | undefined) =>
        list.setColumns(withWidth(view, usualColumns, field, next)),
    };
  };
  const shownAs = (field: string): Omit<Column, 'name'> => {
    const place = resolveReference(kinds, of, field)?.place;
    switch (field) {
      case 'people.count':
        return {
          width: 'minmax(150px, 1.2fr)',
          cell: (doc) => <Faces doc={doc} people={people[doc.id]} faces={faces} />,
        };
      case 'lastContact.at':
        return {
          width: 'minmax(104px, 0.8fr)',
          cell: (doc) => <LastContact people={people[doc.id]} />,
        };
      default:
        return columnOf(field, place, noLookups);
    }
  };
  return [
    {
      name: t`Name`,
      ...sized('name', 'minmax(190px, 2.2fr)'),
      cell: (doc) => <GroupName doc={doc} />,
      isFrozen: true,
      ...sortHead(list, 'name', t`Name`, true),
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

export function GroupMark({ doc }: { doc: RecordDoc }) {
  const { icon: Icon } = windowKind(doc.kind);
  return (
    <span className="group-mark" aria-hidden>
      <Icon size={16} />
    </span>
  );
}

function GroupName({ doc }: { doc: RecordDoc }) {
  return (
    <span className="who">
      <GroupMark doc={doc} />
      <span className="cell" dir="auto">
        {nameOrNone(doc)}
      </span>
      {smartConditions(doc) !== undefined && <span className="tag">{t`Smart`}</span>}
    </span>
  );
}

type FacesProps = {
  doc: RecordDoc;
  people: GroupPeople | undefined;
  faces: ReadonlyMap<string, RecordDoc>;
};

/** They lead to the list of these people. */
function Faces({ doc, people, faces }: FacesProps) {
  const { count: number } = useDates();
  if (people === undefined) return null;
  const { count, first } = people;
  if (count === 0) return <span className="dim">{t`Nobody`}</span>;
  const many = plural(count, { one: '# person', other: '# people' });
  return (
    <a
      className="faces"
      href={`#${peopleOfGroupPath(doc)}`}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      {first.map((id) => {
        const person = faces.get(id);
        return person === undefined ? null : (
          <span key={id} className="faces-one" title={nameOrNone(person)}>
            <Face doc={person} size={24} />
          </span>
        );
      })}
      <span className="faces-count" aria-hidden>
        {number(count)}
      </span>
      <span className="visually-hidden">{t`${many} of ${doc.name}`}</span>
    </a>
  );
}

const LastContact = ({ people }: { people: GroupPeople | undefined }) => {
  if (people === undefined) return null;
  return people.lastContact === undefined ? (
    <span className="dim">{t`Never`}</span>
  ) : (
    <WhenText at={people.lastContact} />
  );
};
