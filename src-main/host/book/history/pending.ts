// What one transaction has done to records so far, by who did it when.

import type { CollectionName, RecordDoc, Stamp } from '../../../../src-shared/domain/record.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { isOfMerge } from '../../../../src-shared/domain/merging.ts';
import { changesBetween } from '../../../../src-shared/records/changes-between.ts';
import type { Written } from '../../../../src-shared/records/writes.ts';

export type PendingRow = {
  collection: CollectionName;
  kind: string;
  record: string;
  line: number | null;
  changes: Written[];
};

/** `made`: ids by collection and kind. */
export type PendingAction = {
  stamp: Stamp;
  rows: Map<string, PendingRow>;
  made: Map<string, string[]>;
};

export type Pending = Map<string, PendingAction>;

/** Whether a creation stands is said by its action; fingerprints say nothing to anybody. */
const isUnsaid = (what: string): boolean => what === 'undoneBy' || isOfMerge(what);

/** What an import did is one action, whenever it arrives; else what was done in the same instant. */
export const keyOfStamp = ({ device, at, source }: Stamp): string =>
  source.type === 'import' ? `do:${source.action}` : `at:${device}:${at}`;

const actionFor = (pending: Pending, stamp: Stamp): PendingAction => {
  const key = keyOfStamp(stamp);
  const known = pending.get(key);
  if (known !== undefined) return known;
  const made: PendingAction = { stamp, rows: new Map(), made: new Map() };
  pending.set(key, made);
  return made;
};

export const placeOf = (collection: string, kind: string): string => `${collection}/${kind}`;

export function noteMade(pending: Pending, collection: CollectionName, doc: RecordDoc): void {
  const { made } = actionFor(pending, doc.origin);
  const place = placeOf(collection, doc.kind);
  const ids = made.get(place);
  if (ids === undefined) made.set(place, [doc.id]);
  else ids.push(doc.id);
}

export function noteChanged(
  pending: Pending,
  collection: CollectionName,
  doc: RecordDoc,
  previous: RecordDoc,
): void {
  for (const { stamp, ...written } of changesBetween(previous, doc)) {
    if (isUnsaid(written.what)) continue;
    const by = stamp ?? unsigned(doc);
    const { rows } = actionFor(pending, by);
    const row = rows.get(doc.id) ?? {
      collection,
      kind: doc.kind,
      record: doc.id,
      line: by.source.type === 'import' ? by.source.row : null,
      changes: [],
    };
    rows.set(doc.id, row);
    addTo(row, written);
  }
}

/** The scope of a record has no stamp: it is changed by whoever changed the record last. */
const unsigned = (doc: RecordDoc): Stamp =>
  Object.values(doc.stamps).reduce(
    (last, stamp) => (stamp.at > last.at ? stamp : last),
    doc.origin,
  );

/** Written twice in one transaction it is one change. */
export function addTo(row: PendingRow, written: Written): void {
  const known = row.changes.find(({ what }) => what === written.what);
  if (known === undefined) row.changes.push(written);
  else known.after = written.after;
}

/** Records that nobody edits have no history. */
export const isHistorical = ({ kind }: RecordDoc): boolean =>
  kinds.get(kind)?.combine === undefined;
