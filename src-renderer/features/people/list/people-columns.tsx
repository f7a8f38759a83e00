// The columns of a list of people; the list of everybody and the list of hits share them.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { isFactName } from '../../../../src-shared/query/facts.ts';
import { referenceWords } from '../../../../src-shared/query/field-words.ts';
import { resolveReference } from '../../../../src-shared/query/places.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { useKinds } from '../../../data/known-kinds.tsx';
import { useBuckets } from '../../../data/use-buckets.ts';
import { useFacts } from '../../../data/use-facts.ts';
import { faceColumn } from '../../../kinds/columns.tsx';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { columnOf, sorts } from '../../../lists/column-of.tsx';
import { editCell } from '../../../lists/edit-cell.tsx';
import { peopleList } from '../../../lists/list-kind.ts';
import { columnsIn, withWidth } from '../../../lists/view-columns.ts';
import { sortHead } from '../../../lists/sort-head.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { useRoleLines } from '../../../lists/use-role-lines.ts';

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
    const shownAs = columnOf(field, place, { facts, roleLines, names: bucketNames });
    return {
      ...editCell(place, name, beforeSave),
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
