// What was changed, when and by whom.

import { z } from 'zod';

import { editedCollections } from '../../domain/record.ts';
import type {
  HistorySize,
  ListThen,
  News,
  NewsOf,
  PastImport,
  RecordHistory,
  RecordThen,
  TheirRecords,
  ToldActions,
  TouchedRecords,
} from '../history-types.ts';
import { nothing, requestOf } from './request-of.ts';

const id = z.string().min(1).max(64);
const place = z.number().int().min(0);
const limit = z.number().int().min(1).max(500);

export const historyRequests = {
  /** Of one record, the newest first; `before`: the last line of the page before. */
  'history.of': requestOf(z.object({ id, before: place.optional(), limit })).to<RecordHistory>(),
  /** The newest first. `since`: only what came after this place. */
  'history.actions': requestOf(
    z.object({
      before: place.optional(),
      since: place.default(0),
      whose: z.enum(['all', 'mine', 'others']),
      limit,
    }),
  ).to<ToldActions>(),
  /** What one action made and changed. */
  'history.touched': requestOf(
    z.object({ n: place, offset: place.default(0), limit }),
  ).to<TouchedRecords>(),
  /** What others did after a place, by teammate and kind of record. */
  'history.away': requestOf(z.object({ since: place })).to<{
    teammates: NewsOf[];
    /** Of all they did so much was looked at, the newest. */
    lookedAt?: number;
  }>(),
  /** The records that a teammate made or changed after a place, the last touched first. */
  'history.theirs': requestOf(z.object({ since: place, device: id, limit })).to<TheirRecords>(),
  /** How many records that an action made, or changed, were changed later. */
  'history.since': requestOf(z.object({ n: place })).to<{ made: number; changed: number }>(),
  'history.news': requestOf(nothing).to<News>(),
  /** Everything up to this place has been looked at. */
  'history.seen': requestOf(z.object({ n: place })).to<null>(),
  /** A record as this laptop knew it at a time, ms since 1970. */
  'history.then': requestOf(
    z.object({ collection: z.enum(editedCollections), id, at: z.number().int() }),
  ).to<RecordThen>(),
  /** Everybody of a kind whose name has these letters, as this laptop knew them at a time. */
  'history.list': requestOf(
    z.object({
      collection: z.enum(['people', 'groups']),
      kind: z.string().max(64),
      at: z.number().int(),
      text: z.string().max(200),
      limit,
    }),
  ).to<ListThen>(),
  /** Of the last ninety days, the newest first. */
  'history.imports': requestOf(nothing).to<{ imports: PastImport[] }>(),
  /** How many changes would go if so many days were kept whole; 0: all of it. */
  'history.less': requestOf(z.object({ days: z.number().int().min(0).max(10_000) })).to<{
    changes: number;
  }>(),
  'history.size': requestOf(nothing).to<HistorySize>(),
};
