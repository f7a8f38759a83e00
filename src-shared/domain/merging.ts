// Two records that are one: the merged one says into which it was merged; who stands for it is
// said by `records/merged.ts`.

import { keptByField } from './kept-here.ts';
import type { RecordContent } from './kind.ts';
import type { CollectionName, RecordDoc } from './record.ts';

/** Kinds of which two may be one, each with its own kind only. */
export const mergeableKinds: ReadonlySet<string> = new Set(['person', 'organisation', 'community']);

/** Collections that hold these. */
export const mergeable = ['people', 'groups'] as const satisfies readonly CollectionName[];
export type Mergeable = (typeof mergeable)[number];

export const isMergeable = (collection: CollectionName): collection is Mergeable =>
  mergeable.some((one) => one === collection);

/** Where a record of such a kind lies, and whatever it is merged with. */
export const mergeableOf = ({ kind }: Pick<RecordDoc, 'kind'>): Mergeable =>
  kind === 'person' ? 'people' : 'groups';

/** What a record was merged into, as it says itself. */
export const mergedIntoOf = ({ fields }: Pick<RecordContent, 'fields'>): string | undefined => {
  const keeper = fields['mergedInto'];
  return typeof keeper === 'string' ? keeper : undefined;
};

const asidePrefix = 'aside:';

/** Where a keeper keeps what a choice in merging `gone` replaced of its own: no slash, it is no entry of a set. */
export const asideField = (gone: string, what: string): string =>
  `${asidesOfPrefix(gone)}${encodeURIComponent(what)}`;
export const asidesOfPrefix = (gone: string): string =>
  `${asidePrefix}${encodeURIComponent(gone)}:`;

/** Whom something made way for in a keeper, and what it was; undefined for all else. */
export function asideNamed(field: string): { gone: string; what: string } | undefined {
  if (!field.startsWith(asidePrefix)) return undefined;
  const [gone = '', what = ''] = field.slice(asidePrefix.length).split(':');
  try {
    return { gone: decodeURIComponent(gone), what: decodeURIComponent(what) };
  } catch {
    return undefined;
  }
}

/** What only the program writes about a merge: nobody reads it, and nobody chooses between two. */
export const isOfMerge = (what: string): boolean =>
  ofMerge.has(what) || what.startsWith(asidePrefix);
const ofMerge: ReadonlySet<string> = new Set(['mergedBy', 'takenOver', 'toWas', keptByField]);

/** Of the record itself, not of whom or what it is about. */
export const isOfRecord = (field: string): boolean => ofRecord.has(field) || isOfMerge(field);
const ofRecord: ReadonlySet<string> = new Set(['mergedInto', 'trashedAt', 'undoneBy']);

/** Finds what was merged into a record. */
export const mergedKey = (keeper: string): string => `merged:${keeper}`;
