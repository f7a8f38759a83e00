// Views: which records, how many, how many in each group, and what a column adds up to.

import { z } from 'zod';

import type { ColumnSums, GroupCount } from '../../query/answers.ts';
import type { Mark } from '../../query/prepare.ts';
import { requestOf } from './request-of.ts';

/** A view as src-shared/query/view.ts parses it, and where its reader is. */
const asked = {
  view: z.json(),
  /** IANA name; 1 = Monday to 7 = Sunday. */
  zone: z.string().max(64),
  weekStart: z.literal([1, 2, 3, 4, 5, 6, 7]),
};

export const viewRequests = {
  /** `marks`: parts of the view that this version does not know and has left out. */
  'view.ids': requestOf(
    z.object({
      ...asked,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000_000),
    }),
  ).to<{ ids: string[]; marks: Mark[] }>(),
  'view.count': requestOf(z.object(asked)).to<{ count: number }>(),
  /** By the first of the view's groupings. */
  'view.groups': requestOf(z.object(asked)).to<{ groups: GroupCount[] }>(),
  /** `not-found` for a column that cannot be added up. */
  'view.sums': requestOf(z.object({ ...asked, field: z.string().max(200) })).to<ColumnSums>(),
};
