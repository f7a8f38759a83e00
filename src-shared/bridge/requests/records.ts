// Records: commands that change them, and finding them.

import { z } from 'zod';

import { viewCollections } from '../../query/view.ts';
import { commandSchema, type Done } from '../../records/command.ts';
import { bulkActSchema } from '../../records/intents/bulk.ts';
import type { PlannedRow } from '../../transfer/import-types.ts';
import type {
  DoublesFound,
  PeopleFound,
  SearchAnswer,
  SearchCounts,
  ShareReach,
} from '../host-types.ts';
import { requestOf } from './request-of.ts';
import { whichPeople, whichView } from './which.ts';

export const recordRequests = {
  'command.run': requestOf(z.object({ command: commandSchema })).to<Done>(),
  /**
   * One act for everybody in a view. `count`: how many whoever asks believes they are;
   * `changed-since` where there are more or fewer, and nothing is done.
   */
  'command.forAll': requestOf(
    z.object({ ...whichPeople, count: z.number().int().min(0), act: bulkActSchema }),
  ).to<Done>(),
  /** What the team would get by sharing these, of what is only on this laptop. */
  'share.reach': requestOf(
    z.object({
      people: z.array(z.string().max(64)).max(200_000).optional(),
      groups: z.array(z.string().max(64)).max(1_000).optional(),
      /** Everybody in a view. */
      which: z.object(whichPeople).optional(),
    }),
  ).to<ShareReach>(),
  /** People of a view whom a search finds; `byView`: in its order, else the best first. */
  'search.people': requestOf(
    z.object({
      ...whichView,
      text: z.string().max(500),
      byView: z.boolean(),
      limit: z.number().int().min(1).max(5_000),
    }),
  ).to<PeopleFound>(),
  /** People who may be the one that is being typed in, the likeliest first. */
  'people.like': requestOf(
    z.object({
      name: z.string().max(300),
      email: z.string().max(300),
      phone: z.string().max(300),
      company: z.string().max(300),
    }),
  ).to<PlannedRow['candidates']>(),
  /** Looks through all people; `doubles.progress` tells how far it is. */
  'doubles.find': requestOf(z.object({})).to<DoublesFound>(),
  'search.run': requestOf(
    z.object({
      text: z.string().max(500),
      collections: z.array(z.enum(viewCollections)).optional(),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
  ).to<SearchAnswer>(),
  /** How many there are of each, for the tabs of a search. */
  'search.counts': requestOf(z.object({ text: z.string().max(500) })).to<SearchCounts>(),
};
