// The columns of a list of people; the list of everybody and the list of hits share them.

import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { isFactName } from '../../../../src-shared/query/facts.ts';
import { referenceWords } from '../../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useKinds } from '../../../data/known-kinds.tsx';
import { useBuckets } from '../../../data/use-buckets.ts';
import { useFacts } from '../../../data/use-facts.ts';
import { CellEdit } from '../../../fields/cell-edit.tsx';
import { cellTarget } from '../../../fields/cell-target.ts';
import { faceColumn } from '../../../kinds/columns.tsx';
import type { CellEditing, GridColumn } from '../../../ui/grid-column.ts';
import { columnOf, sorts } from '../../../lists/column-of.tsx';
import { peopleList } from '../../../lists/list-kind.ts';
import { columnsIn, withWidth } from '../../../lists/view-columns.ts';
import { sortHead } from '../../../lists/sort-head.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { useRoleLines } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

type Listed = {
  people: ListView;
  /** Ids of those in view. */
  shown: readonly string[];
  nameOf?: ((doc: RecordDoc) => ReactNode) | undefined;
  /** Before a cell of somebody is saved. */
  beforeSave: (id: string) => Promise<void>;
};

/** The columns of a view, the name first; a head sorts by its column. */
export function usePeopleColumns({
  people,
  shown,
  nameOf,
  beforeSave,
}: Listed): GridColumn<RecordDoc>[] {
  const { view } = people;
  const kinds = useKinds();
  const fields = chosenColumns(view);
  const facts = useFacts(
    shown,
    fields.some((field) => isFactName(field)),
  );
  const roleLines = useRoleLines(fields.includes('role') ? shown : []);
  const buckets = useBuckets(fields.includes('buckets'));
  const bucketNames = new Map((buckets ?? []).map(({ id, name }) => [id as string, name]));
  const sized = (field: string, width: string) => {
    const own = view.columns.find((one) => one.field === field)?.width;
    return {
      width: own === undefined ? width : `${own}px`,
      onResize: (next: number | undefined) =>
        people.setColumns(withWidth(view, peopleList.usualColumns, field, next)),
    };
  };
  const column = (field: string): GridColumn<RecordDoc> => {
    const place = resolveReference(kinds, 'people', field)?.place;
    const name = referenceWords(kinds, 'people', field);
    const target = cellTarget(place);
    const shownAs = columnOf(field, place, { facts, roleLines, bucketNames });
    return {
      ...(target === undefined
        ? {}
        : {
            edit: (doc: RecordDoc, editing: CellEditing) => (
              <CellEdit
                doc={doc}
                target={target}
                label={name}
                editing={editing}
                beforeSave={beforeSave}
              />
            ),
          }),
      ...shownAs,
      ...sized(field, shownAs.width),
      name,
      ...sortHead(people, field, name, place !== undefined && sorts(place)),
    };
  };
  const face = faceColumn(nameOf);
  return [
    {
      ...face,
      ...sized('name', face.width),
      isFrozen: true,
      ...sortHead(people, 'name', face.name, true),
    },
    ...fields.map(column),
  ];
}

/** Beside the name. */
export const chosenColumns = (view: Pick<View, 'columns'>): string[] =>
  columnsIn(view, peopleList.usualColumns);

export const tickColumn = (
  { chosen, has, toggle }: Selection,
  { isAll, toggleAll }: Ticking,
): GridColumn<RecordDoc> => ({
  name: t`Select`,
  isScreenOnly: true,
  isFrozen: true,
  width: '34px',
  head: <TickAll isAll={isAll} isSome={chosen !== undefined} toggleAll={toggleAll} />,
  cell: (doc) => (
    <input
      type="checkbox"
      className="tick"
      tabIndex={-1}
      aria-label={t`Select ${doc.name}`}
      checked={has(doc.id)}
      onClick={(event) => {
        event.stopPropagation();
        toggle(doc.id);
      }}
      readOnly
    />
  ),
});

type TickAllProps = Pick<Ticking, 'isAll' | 'toggleAll'> & { isSome: boolean };

const TickAll = ({ isAll, isSome, toggleAll }: TickAllProps) => (
  <input
    type="checkbox"
    className="tick"
    aria-label={t`Select all`}
    checked={isAll}
    ref={(box) => {
      if (box !== null) box.indeterminate = isSome && !isAll;
    }}
    onChange={toggleAll}
  />
);
