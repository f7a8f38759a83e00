// What is done to whole tags: renamed, made one, taken from everybody, given a colour. One
// action, whoever has them: people and groups alike. A colour goes where its tag goes.

import type { Result } from '../../domain/result.ts';
import { tagKey } from '../../domain/tag.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { CommandOf, Done, Ref } from '../command.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editAll, type Step } from '../edit-all.ts';
import { itemsOf } from '../state.ts';
import type { Plan, Write } from '../writes.ts';
import { type ColorChange, colorsAfter, colorSteps } from './color-steps.ts';
import { holdersOf } from './tagged.ts';

export async function changeTags(
  store: RecordStore,
  { tags, act }: CommandOf<'tags'>,
  context: CommandContext,
): Promise<Result<Done>> {
  const kinds = kindsOf(context);
  const keys = [...new Set(tags.map(tagKey))].filter((key) => key !== '');
  const to = act.type === 'rename' ? tagKey(act.to) : undefined;
  const all = [...new Set(to === undefined ? keys : [...keys, to])];
  const holders = await holdersOf(store.byKeys, kinds, all);
  const changes: readonly ColorChange[] = await colorsAfter(store, keys, act);
  // Those who had one of them will have the new one.
  const isShared = (key: string): boolean =>
    key === to ? all.some((one) => holders.shared.has(one)) : holders.shared.has(key);
  const colors = await colorSteps(store, changes, isShared, context);
  if (act.type === 'color') return editAll(store, 'tags', colors, context);
  const gone = new Set(keys);
  const written = act.type === 'rename' ? act.to.trim() : undefined;
  const steps = holders.refs.map((ref): Step => {
    const plan: Plan = (state, doc) =>
      doc.status === 'live' && kinds.get(doc.kind)?.sets['tags'] !== undefined
        ? withTags(itemsOf(state, 'tags'), gone, written)
        : [];
    return { ref: ref as Ref, plan };
  });
  return editAll(store, 'tags', [...colors, ...steps], context);
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
