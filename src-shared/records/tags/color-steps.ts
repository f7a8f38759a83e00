// What an act on tags does to their colours, and the edits of the records that say them. What
// only private records have is coloured on this laptop alone: its word must not reach others.

import type { RecordDoc } from '../../domain/record.ts';
import {
  aboutTagKey,
  colorsOf,
  newTag,
  type TagColor,
  tagIndexKey,
  tagKey,
  tagOf,
} from '../../domain/tag.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { CommandOf } from '../command.ts';
import { makeRecord } from '../content.ts';
import type { CommandContext } from '../context.ts';
import type { Step } from '../edit-all.ts';
import type { Plan } from '../writes.ts';

export type ColorChange = { key: string; color: TagColor | null };
type Reader = Pick<RecordStore, 'get' | 'byKeys'>;

/** `keys` in the order in which they count: of several that become one the first colour stays. */
export async function colorsAfter(
  store: Reader,
  keys: readonly string[],
  act: CommandOf<'tags'>['act'],
): Promise<ColorChange[]> {
  if (act.type === 'color') return keys.map((key) => ({ key, color: act.color }));
  const to = act.type === 'rename' ? tagKey(act.to) : undefined;
  const about = await aboutTags(store, [aboutTagKey]);
  const colors = colorsOf(about);
  const gone = keys.filter((key) => key !== to && colors.has(key));
  const cleared = gone.map((key): ColorChange => ({ key, color: null }));
  const [first] = gone;
  if (to === undefined || first === undefined || colors.has(to)) return cleared;
  return [{ key: to, color: colors.get(first) ?? null }, ...cleared];
}

export async function colorSteps(
  store: Reader,
  changes: readonly ColorChange[],
  isShared: (key: string) => boolean,
  context: CommandContext,
): Promise<Step[]> {
  const keys = changes.map(({ key }) => tagIndexKey(key));
  const known = Map.groupBy(await aboutTags(store, keys), (doc) => tagOf(doc) ?? '');
  const steps: Step[] = [];
  for (const { key, color } of changes) {
    const docs = known.get(key) ?? [];
    const scope = isShared(key) || docs.some((doc) => doc.scope === 'team') ? 'team' : 'private';
    const [mine] = docs.filter((doc) => doc.scope === scope).toSorted(byId);
    for (const doc of docs) if (doc !== mine) steps.push(stepOf(doc, null));
    if (mine !== undefined) steps.push(stepOf(mine, color));
    else if (color !== null) {
      const otherwise = await freshTag(store, key, scope, context);
      steps.push({ ...stepOf(otherwise, color), otherwise });
    }
  }
  return steps;
}

const byId = (a: RecordDoc, b: RecordDoc): number => (a.id < b.id ? 1 : -1);

const stepOf = ({ id }: RecordDoc, color: TagColor | null): Step => ({
  ref: { collection: 'setup', id },
  plan: saying(color),
});

const saying =
  (color: TagColor | null): Plan =>
  () => [
    { what: 'color', value: color },
    { what: 'trashedAt', value: null },
    { what: 'undoneBy', value: null },
  ];

async function aboutTags(store: Reader, keys: readonly string[]): Promise<RecordDoc[]> {
  const ids = [...(await store.byKeys('setup', keys)).values()].flat();
  const docs = await store.get('setup', ids);
  return [...docs.values()].filter((doc) => tagOf(doc) !== undefined);
}

/** One that was erased stays so: the next one says it. */
async function freshTag(
  store: Reader,
  key: string,
  scope: 'team' | 'private',
  context: CommandContext,
): Promise<RecordDoc> {
  for (let round = 0; ; round += 1) {
    const made = makeRecord(newTag(key, scope, round, context.hash), context);
    if (!(await store.get('setup', [made.id])).has(made.id)) return made;
  }
}
