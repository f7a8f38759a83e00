// What is done to whole tags: renamed, made one, taken from everybody, given a colour. One
// action, whoever has them: people and groups alike. A colour goes where its tag goes.

import { ok, type Result } from '../../domain/result.ts';
import { tagKey } from '../../domain/tag.ts';
import type { RecordStore, RecordTx } from '../../store/record-store.ts';
import type { CommandOf, Done, Ref } from '../command.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editAll, type Step } from '../edit-all.ts';
import { itemsOf } from '../state.ts';
import type { Plan, Write } from '../writes.ts';
import { colorSteps } from './color-steps.ts';
import { holdersOf } from './tagged.ts';

export async function changeTags(
  store: RecordStore,
  { tags, act }: CommandOf<'tags'>,
  context: CommandContext,
): Promise<Result<Done>> {
  const steps = await store.write((tx) =>
    ok(stepsOf(tx, [...new Set(tags.map(tagKey))], act, context)),
  );
  return steps.ok ? editAll(store, 'tags', steps.value, context) : steps;
}

function stepsOf(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  keys: readonly string[],
  act: CommandOf<'tags'>['act'],
  context: CommandContext,
): Step[] {
  const kinds = kindsOf(context);
  const to = act.type === 'rename' ? tagKey(act.to) : undefined;
  const all = to === undefined ? keys : [...keys, to];
  const { refs, shared } = holdersOf(tx, kinds, all);
  // Those who had one of them will have the new one.
  const isShared = (key: string): boolean => (key === to ? shared.size > 0 : shared.has(key));
  const colors = colorSteps(tx, keys, act, isShared, context);
  if (act.type === 'color') return colors;
  const gone = new Set(keys);
  const written = act.type === 'rename' ? act.to.trim() : undefined;
  const holders = refs.map((ref): Step => {
    const plan: Plan = (state, doc) =>
      doc.status === 'live' && kinds.get(doc.kind)?.sets['tags'] !== undefined
        ? withTags(itemsOf(state, 'tags'), gone, written)
        : [];
    return { ref: ref as Ref, plan };
  });
  return [...colors, ...holders];
}

/** `gone` become `to`, which stands where the first of them stood; without it they go. */
function withTags(
  items: ReturnType<typeof itemsOf>,
  gone: ReadonlySet<string>,
  to: string | undefined,
): Write[] {
  const all = [...items.entries()].toSorted(([, a], [, b]) => a.order - b.order);
  const had = all.filter(([, { value }]) => gone.has(tagKey(value)));
  const [first] = had;
  if (first === undefined) return [];
  const isThere = (key: string): boolean =>
    all.some(([, { value }]) => tagKey(value) === key && !gone.has(key));
  const kept = to === undefined || isThere(tagKey(to)) ? undefined : first[0];
  return had.map(([id, item]): Write => {
    const value = id === kept && to !== undefined ? { ...item, value: to } : null;
    return { what: `tags/${id}`, value };
  });
}
