// What organisations, buckets and communities have in common in the window.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../src-shared/query/group-people.ts';
import type { ViewCondition } from '../../src-shared/query/view.ts';
import { changedColumn, descriptionColumn, nameColumn } from './columns.tsx';

export const groupPath = (id: string): string => `/groups/${id}`;

/** The list of people, narrowed to those of a group. */
export function peopleOfGroupPath(
  group: Pick<RecordDoc, 'id' | 'kind'>,
  ...further: ViewCondition[]
): string {
  const { conditions } = viewOfGroup(group, ...further);
  return `/people?q=${encodeURIComponent(JSON.stringify({ conditions }))}`;
}

export const groupColumns = () => [nameColumn(), descriptionColumn(), changedColumn()];
