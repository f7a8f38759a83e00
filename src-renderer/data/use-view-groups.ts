// How many of a view have which value of a field, as the host counts them, live.

import type { GroupCount } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useGroupCounts } from './use-group-counts.ts';

/** Undefined while loading and without a field. */
export const useViewGroups = (view: View, field: string | undefined): GroupCount[] | undefined =>
  useGroupCounts({ ...view, groupBy: field === undefined ? [] : [{ field }] });
