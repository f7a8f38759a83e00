// The bulk edit: its records are fixed once, an edit is looked at as often as it is changed,
// and what was looked at last is done. `progress` tells how far it is, under the name that
// `bulk.open` gave it.

import { z } from 'zod';

import { bulkCollections } from '../../records/bulk/bulk-context.ts';
import type { BulkPreview } from '../../records/bulk/open-bulk.ts';
import type { BulkDone } from '../../records/bulk/run-bulk.ts';
import { bulkEditSchema } from '../../records/intents/bulk-edit.ts';
import { requestOf } from './request-of.ts';
import { whichPeople } from './which.ts';

const bulk = z.object({ bulk: z.string().max(64) });

const of = z.object({ collection: z.enum(bulkCollections), kind: z.string().max(64) });

export const bulkRequests = {
  /**
   * Of records by their ids, or all in a view. `count`: how many whoever asks believes
   * they are; `bad-input` for a view of others; `changed-since` where a view has more or fewer by now.
   */
  'bulk.open': requestOf(
    z.union([
      z.object({ of, ids: z.array(z.string().max(64)).min(1).max(200_000) }),
      z.object({ of, which: z.object(whichPeople), count: z.number().int().min(1) }),
    ]),
  ).to<{ bulk: string; count: number }>(),
  /** Ends the one before. `language` (BCP 47) and `country` are the reader's. */
  'bulk.preview': requestOf(
    bulk.extend({
      edit: bulkEditSchema,
      language: z.string().max(35),
      country: z.string().max(2),
    }),
  ).to<BulkPreview>(),
  /** `not-found` where nothing was looked at. */
  'bulk.run': requestOf(bulk).to<BulkDone>(),
  /** What was done until then stays, as an action that can be undone. */
  'bulk.stop': requestOf(bulk).to<null>(),
  'bulk.close': requestOf(bulk).to<null>(),
};
