// Two records that are one person: the merged one points to the one that stays, which
// takes over what it lacks. Ties and moments are not rewritten, so taking them apart
// again, weeks later too, gives back exactly what there was.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type Action, beginAction } from './action.ts';
import type { Done } from './command.ts';
import { type CommandContext, kindsOf } from './context.ts';
import type { Plan, Write } from './writes.ts';
import { inverse, partsOf } from './history.ts';
import { mayMerge } from './privacy.ts';
import { itemsOf, storedItem } from './state.ts';

const ownFields = new Set(['mergedInto', 'mergedBy', 'trashedAt', 'undoneBy']);

export function mergePeople(
  tx: RecordTx,
  context: CommandContext,
  keepId: string,
  goneIds: readonly string[],
): Result<Done> {
  const action = beginAction(tx, context, 'merge');
  for (const goneId of goneIds) {
    const docs = tx.get('people', [keepId, goneId]);
    const [keep, gone] = [docs.get(keepId), docs.get(goneId)];
    if (keep?.status !== 'live' || gone === undefined) return fail('not-found');
    if (gone.status !== 'live' || keepId === goneId) return fail('bad-input');
    if (!mayMerge(tx, gone, keepId)) return fail('merge-private');
    const merged = mergeOne(action, keep, gone, context);
    if (!merged.ok) return merged;
  }
  return ok(action.finish());
}

function mergeOne(
  action: Action,
  keep: RecordDoc,
  gone: RecordDoc,
  context: CommandContext,
): Result<RecordDoc> {
  const kept = action.edit('people', keep, takeOver(gone, context));
  if (!kept.ok) return kept;
  return action.edit('people', gone, () => [
    { what: 'mergedInto', value: keep.id },
    { what: 'mergedBy', value: action.id },
  ]);
}

/** Fields that the keeper lacks and set items it does not have yet. */
function takeOver(gone: RecordDoc, context: CommandContext): Plan {
  return (state, keep) => {
    const fields = Object.entries(gone.fields)
      .filter(([field]) => !ownFields.has(field) && keep.fields[field] === undefined)
      .map(([what, value]): Write => ({ what, value }));
    const keyOf = kindsOf(context).get(keep.kind)?.setKeys ?? {};
    const items = Object.entries(gone.sets).flatMap(([set, list]) => {
      const key = (item: { value: string }) => keyOf[set]?.(item) ?? item.value;
      const have = new Set((keep.sets[set] ?? []).map(key));
      const order = [...itemsOf(state, set).values()].reduce(
        (top, item) => Math.max(top, item.order + 1),
        0,
      );
      return list
        .filter((item) => !have.has(key(item)))
        .map(({ id: _id, ...item }, at): Write => ({
          what: `${set}/${context.newId()}`,
          value: storedItem(item, order + at) as unknown as JsonValue,
        }));
    });
    const note: Write[] =
      gone.note === ''
        ? []
        : [
            {
              what: 'note',
              value: [keep.note, gone.note].filter((text) => text !== '').join('\n'),
            },
          ];
    return [...fields, ...items, ...note];
  };
}

export function unmergePerson(tx: RecordTx, context: CommandContext, goneId: string): Result<Done> {
  const gone = tx.get('people', [goneId]).get(goneId);
  const keepId = gone?.fields['mergedInto'];
  if (gone === undefined || typeof keepId !== 'string') return fail('not-found');
  const action = beginAction(tx, context, 'unmerge');
  const keep = tx.get('people', [keepId]).get(keepId);
  let left = 0;
  const taken = takenOver(tx, gone);
  if (keep !== undefined && keep.status !== 'erased' && taken.length > 0) {
    const edited = action.edit(
      'people',
      keep,
      inverse(taken, 'undo', context, () => left++),
    );
    if (!edited.ok) return edited;
  }
  const freed = action.edit('people', gone, () => [
    { what: 'mergedInto', value: null },
    { what: 'mergedBy', value: null },
  ]);
  return freed.ok ? ok({ ...action.finish(), left }) : freed;
}

/** What the keeper took over from this one: the entry before its own in the merge's log. */
function takenOver(tx: RecordTx, gone: RecordDoc) {
  const id = gone.fields['mergedBy'];
  const merge = typeof id === 'string' ? tx.get('local', [id]).get(id) : undefined;
  if (merge === undefined) return [];
  const edits = partsOf(tx, merge).flatMap((part) => part.edits);
  const at = edits.findLastIndex((edit) => edit.id === gone.id);
  const before = edits[at - 1];
  return before !== undefined && before.id === gone.fields['mergedInto'] ? before.written : [];
}
