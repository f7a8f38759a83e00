// Views: which records, how many, how many in each group, and what stands at the foot of a column.

import { z } from 'zod';

import type { FactValues, Foot, GroupCount, PeopleOfGroups } from '../../query/answers.ts';
import type { Mark } from '../../query/marks.ts';
import type { SuggestedValue } from '../../query/suggest.ts';
import { requestOf } from './request-of.ts';
import { whichPeople, whichView } from './which.ts';

export const viewRequests = {
  /** `marks`: parts of the view that this version does not know and has left out. */
  'view.ids': requestOf(
    z.object({
      ...whichView,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000_000),
      /** Only those in these of the view's groups, the outermost first. */
      inGroups: z.array(z.string().max(20_000).nullable()).max(2).optional(),
    }),
  ).to<{ ids: string[]; marks: Mark[] }>(),
  'view.count': requestOf(z.object(whichView)).to<{ count: number }>(),
  /** How many an export or a bulk edit of them is about. */
  'view.people': requestOf(z.object(whichPeople)).to<{ count: number }>(),
  /** Who they are: the first `limit` of `count`. */
  'view.peopleIds': requestOf(
    z.object({ ...whichPeople, limit: z.number().int().min(1).max(10_000) }),
  ).to<{ ids: string[]; count: number }>(),
  /** By the view's groupings, one inside the other. */
  'view.groups': requestOf(z.object(whichView)).to<{ groups: GroupCount[] }>(),
  /** Values that are there in a field, for what is typed; those that most of the view have first. */
  'view.values': requestOf(
    z.object({
      ...whichView,
      field: z.string().max(200),
      text: z.string().max(500),
      limit: z.number().int().min(1).max(100),
    }),
  ).to<{ values: SuggestedValue[] }>(),
  /** What other records say of some people, for the columns of a list. */
  'view.facts': requestOf(z.object({ ids: z.array(z.string().max(64)).max(500) })).to<FactValues>(),
  /** Who is in some groups. */
  'view.groupPeople': requestOf(
    z.object({ ids: z.array(z.string().max(64)).max(500), zone: whichView.zone }),
  ).to<PeopleOfGroups>(),
  /** How many of each kind have any of some tags: whoever has several counts once. */
  'view.tagged': requestOf(
    z.object({ tags: z.array(z.string().max(20_000)).min(1).max(20_000) }),
  ).to<{ counts: { [kind: string]: number } }>(),
  /** Of columns, by their fields; those that are not known are left out. */
  'view.feet': requestOf(
    z.object({ ...whichView, fields: z.array(z.string().max(200)).max(60) }),
  ).to<{ feet: { [field: string]: Foot[] } }>(),
};
