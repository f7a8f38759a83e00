// What a keeper took over from a record that was merged into it is that record's: it goes
// when that one is erased and the keeper stays. It is known by its stamp, which is the
// merge's own, so every laptop finds the same.

import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import { hadBefore, isTaken, printOf, takenIds } from '../take-over.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editRecord } from '../edit.ts';
import { mergeableOf, mergedIntoOf } from '../../domain/merging.ts';
import type { Plan, Write, Written } from '../writes.ts';
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
      const keeper: RecordDoc | undefined = known?.doc ?? tx.get(mergeableOf(doc), [id]).get(id);
      if (keeper !== undefined && isThere(keeper) && !isGone(id)) {
        const own = leadsTo(tx, keeper, doc.id) ? hadBefore(keeper) : {};
        const plan: Plan = () => writesOf(keeper, doc, step, context, own);
        const edited = editRecord(keeper, plan, context);
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

/** Merges made apart may go round: what one has, the other has had, too. */
function leadsTo(tx: Reader, from: RecordDoc, id: string): boolean {
  const way = new Set<string>();
  for (let at = mergedIntoOf(from); at !== undefined && !way.has(at);) {
    if (at === id) return true;
    way.add(at);
    const next = tx.get(mergeableOf(from), [at]).get(at);
    at = next === undefined ? undefined : mergedIntoOf(next);
  }
  return false;
}

/**
 * What takes it out of the keeper. `step`: whose merging into it brought it what was `gone`'s.
 * `own`: what the keeper had itself, where it was merged into them in turn.
 */
export function writesOf(
  keeper: RecordDoc,
  gone: RecordDoc,
  step: RecordDoc | undefined,
  context: CommandContext,
  own: ReturnType<typeof hadBefore> = {},
): Write[] {
  const merge = step?.stamps['mergedInto'];
  if (merge === undefined) return [];
  const cameAlong = (what: string): boolean => {
    const stamp = keeper.stamps[what];
    return stamp?.device === merge.device && stamp.at <= merge.at && merge.at - stamp.at < mergeMs;
  };
  const isOwn = (what: string, value: JsonValue): boolean =>
    own[what] !== undefined && own[what] === printOf(value, context);
  const fields = Object.entries(gone.fields)
    .filter(([what, value]) => cameAlong(what) && isSame(keeper.fields[what], value))
    .filter(([what, value]) => !isOwn(what, value))
    .map(([what]): Write => ({ what, value: null }));
  const keyOf = kindsOf(context).get(keeper.kind)?.setKeys ?? {};
  const items = Object.entries(gone.sets).flatMap(([set, list]) => {
    const key = (item: { value: string }): string => keyOf[set]?.(item) ?? item.value;
    const theirs = new Set(list.filter((item) => !isTaken(item)).map(key));
    const brought = (step?.sets[set] ?? []).filter((item) => theirs.has(key(item)));
    const ids = step === undefined ? undefined : takenIds(step, set, brought, context);
    return (keeper.sets[set] ?? [])
      .filter((item) => cameAlong(`${set}/${item.id}`) && theirs.has(key(item)))
      .filter(({ id }) => ids?.has(id) !== false)
      .map(({ id }): Write => ({ what: `${set}/${id}`, value: null }));
  });
  const note: Write[] =
    gone.note === '' || own['note'] !== undefined || !keeper.note.includes(gone.note)
      ? []
      : [{ what: 'note', value: keeper.note.replace(gone.note, '').trim() }];
  const said = keeper.conflicts
    .filter(({ from }) => from === gone.id)
    .map(({ id }): Write => ({ what: `conflict:${id}`, value: null }));
  return [...fields, ...items, ...note, ...said];
}

const isSame = (a: JsonValue | undefined, b: JsonValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
