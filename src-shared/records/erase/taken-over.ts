// What a keeper took over from a record that was merged into it is that record's: it goes
// when that one is erased and the keeper stays. It is known by its stamp, which is the
// merge's own, so every laptop finds the same.

import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editRecord } from '../edit.ts';
import { mergedIntoOf } from '../merged.ts';
import type { Write, Written } from '../writes.ts';
import { type Reader, isThere } from './reach.ts';

export type TakenBack = { doc: RecordDoc; written: Written[] };

/** One merge writes its stamps within so many ms. */
const mergeMs = 60_000;

/** The keepers that stay, without what they took over from those who go. */
export function takenBack(
  tx: Reader,
  gone: readonly RecordDoc[],
  isGone: (id: string) => boolean,
  context: CommandContext,
): TakenBack[] {
  const keepers = new Map<string, TakenBack>();
  for (const doc of gone) {
    const seen = new Set<string>([doc.id]);
    for (let step: RecordDoc | undefined = doc; step !== undefined;) {
      const id = mergedIntoOf(step);
      if (id === undefined || seen.has(id)) break;
      seen.add(id);
      const known: TakenBack | undefined = keepers.get(id);
      const keeper: RecordDoc | undefined = known?.doc ?? tx.get('people', [id]).get(id);
      if (keeper !== undefined && isThere(keeper) && !isGone(id)) {
        const edited = editRecord(keeper, () => writesOf(keeper, doc, step, context), context);
        if (edited.ok && edited.value.doc !== keeper)
          keepers.set(id, {
            doc: edited.value.doc,
            written: [...(known?.written ?? []), ...edited.value.written],
          });
      }
      step = keeper;
    }
  }
  return [...keepers.values()];
}

/** `step`: whose merging into the keeper brought it what was `gone`'s. */
function writesOf(
  keeper: RecordDoc,
  gone: RecordDoc,
  step: RecordDoc | undefined,
  context: CommandContext,
): Write[] {
  const merge = step?.stamps['mergedInto'];
  if (merge === undefined) return [];
  const cameAlong = (what: string): boolean => {
    const stamp = keeper.stamps[what];
    return stamp?.device === merge.device && stamp.at <= merge.at && merge.at - stamp.at < mergeMs;
  };
  const fields = Object.entries(gone.fields)
    .filter(([what, value]) => cameAlong(what) && isSame(keeper.fields[what], value))
    .map(([what]): Write => ({ what, value: null }));
  const keyOf = kindsOf(context).get(keeper.kind)?.setKeys ?? {};
  const items = Object.entries(gone.sets).flatMap(([set, list]) => {
    const key = (item: { value: string }): string => keyOf[set]?.(item) ?? item.value;
    const theirs = new Set(list.map(key));
    return (keeper.sets[set] ?? [])
      .filter((item) => cameAlong(`${set}/${item.id}`) && theirs.has(key(item)))
      .map(({ id }): Write => ({ what: `${set}/${id}`, value: null }));
  });
  const note: Write[] =
    gone.note === '' || !keeper.note.includes(gone.note)
      ? []
      : [{ what: 'note', value: keeper.note.replace(gone.note, '').trim() }];
  return [...fields, ...items, ...note];
}

const isSame = (a: JsonValue | undefined, b: JsonValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
