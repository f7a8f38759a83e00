// How a laptop of the version before choices (decision 0036) takes two people apart that another
// one merged: by the merge's stamps alone. What it does not know stays in its place.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { editRecord } from '../../../src-shared/records/edit.ts';
import { isSameJson } from '../../../src-shared/records/same.ts';
import type { Write } from '../../../src-shared/records/writes.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Replica } from '../sync/replica.ts';

const mergeMs = 60_000;

export async function takeApartAsBefore(
  replica: Replica,
  keepId: string,
  goneId: string,
): Promise<void> {
  const { store, context } = replica;
  const keep = await replica.doc('people', keepId);
  const gone = await replica.doc('people', goneId);
  const freed = ['mergedInto', 'mergedBy', 'takenOver'].map((what) => ({ what, value: null }));
  const docs = [
    editRecord(keep, () => takenOut(keep, gone), context),
    editRecord(gone, () => freed, context),
  ].map((edited) => {
    if (!edited.ok) throw new Error(edited.error.code);
    const { status, ...rest } = edited.value.doc;
    return { ...rest, status: status === 'merged' ? ('live' as const) : status };
  });
  await store.write((tx) => {
    tx.put('people', docs);
    return ok(null);
  });
}

function takenOut(keep: RecordDoc, gone: RecordDoc): Write[] {
  const merge = gone.stamps['mergedInto'];
  const cameAlong = (what: string): boolean => {
    const stamp = keep.stamps[what];
    if (merge === undefined || stamp === undefined) return false;
    return stamp.device === merge.device && stamp.at <= merge.at && merge.at - stamp.at < mergeMs;
  };
  const fields = Object.keys(gone.fields).filter(
    (what) => cameAlong(what) && isSameJson(keep.fields[what], gone.fields[what]),
  );
  const entries = Object.entries(keep.sets).flatMap(([set, items]) =>
    items
      .filter(({ value }) => gone.sets[set]?.some((item) => item.value === value) === true)
      .map(({ id }) => `${set}/${id}`)
      .filter(cameAlong),
  );
  const note = keep.note.replace(gone.note, '').trim();
  return [
    ...[...fields, ...entries].map((what) => ({ what, value: null })),
    { what: 'note', value: note },
  ];
}
