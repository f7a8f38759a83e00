// What an act on tags does to their colours, and the edits of the records that say them. What
// only private records have is coloured on this laptop alone: its word must not reach others.

import type { RecordDoc } from '../../domain/record.ts';
import { colorsOf, newTag, type TagColor, tagKey } from '../../domain/tag.ts';
import type { RecordTx } from '../../store/record-store.ts';
import type { CommandOf } from '../command.ts';
import { makeRecord } from '../content.ts';
import type { CommandContext } from '../context.ts';
import type { Step } from '../edit-all.ts';
import type { Plan } from '../writes.ts';
import { aboutTags } from './tagged.ts';

type ColorChange = { key: string; color: TagColor | null };
type Reader = Pick<RecordTx, 'get'>;

/** `keys` in the order in which they count: of several that become one the first colour stays. */
export function colorSteps(
  tx: Reader,
  keys: readonly string[],
  act: CommandOf<'tags'>['act'],
  isShared: (key: string) => boolean,
  context: CommandContext,
): Step[] {
  const to = act.type === 'rename' ? [tagKey(act.to)] : [];
  const known = aboutTags(tx, [...keys, ...to], context.hash);
  const changes = colorsAfter(colorsOf([...known.values()].flat()), keys, act);
  return changes.flatMap((change) => {
    const docs = known.get(change.key) ?? [];
    return stepsFor(tx, change, docs, isShared(change.key), context);
  });
}

function colorsAfter(
  colors: ReadonlyMap<string, TagColor>,
  keys: readonly string[],
  act: CommandOf<'tags'>['act'],
): ColorChange[] {
  if (act.type === 'color') return keys.map((key) => ({ key, color: act.color }));
  const to = act.type === 'rename' ? tagKey(act.to) : undefined;
  const gone = keys.filter((key) => key !== to && colors.has(key));
  const cleared = gone.map((key): ColorChange => ({ key, color: null }));
  const [first] = gone;
  if (to === undefined || first === undefined || colors.has(to)) return cleared;
  return [{ key: to, color: colors.get(first) ?? null }, ...cleared];
}

function stepsFor(
  tx: Reader,
  { key, color }: ColorChange,
  docs: readonly RecordDoc[],
  isShared: boolean,
  context: CommandContext,
): Step[] {
  const scope = isShared || docs.some((doc) => doc.scope === 'team') ? 'team' : 'private';
  const mine = docs.find((doc) => doc.scope === scope);
  const others = docs.filter((doc) => doc !== mine).map((doc) => stepOf(doc, null));
  if (mine !== undefined) return [stepOf(mine, color), ...others];
  if (color === null) return others;
  const otherwise = freshTag(tx, key, scope, context);
  return [{ ...stepOf(otherwise, color), otherwise }, ...others];
}

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

/** One that was erased stays so: the next one says it. */
function freshTag(
  tx: Reader,
  key: string,
  scope: 'team' | 'private',
  context: CommandContext,
): RecordDoc {
  for (let round = 0; ; round += 1) {
    const made = makeRecord(newTag(key, scope, round, context.hash), context);
    if (!tx.get('setup', [made.id]).has(made.id)) return made;
  }
}
