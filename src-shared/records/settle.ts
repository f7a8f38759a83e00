// Brings everything in line with who stands for whom, after records were merged, taken apart,
// received, put into the trash or brought back: who is shown, what keepers have, and where roles
// lead. Roles at an organisation that is part of another are rewritten, with what they were at
// beside it (decision 0031): views, exports and facts follow them without knowing of merges.

import { isMergeable, mergeable, mergeableOf, mergedIntoOf } from '../domain/merging.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { settleAndCarry } from './carry-over.ts';
import type { CommandContext } from './context.ts';
import { editRecord } from './edit.ts';
import { isLiving, keepersAmong, keepersIn } from './merged.ts';

/** What was done to who stands for whom; `before`: as they were, of who gave something back. */
export type Unsettled = {
  moved: readonly (readonly [CollectionName, string])[];
  /** Came into the list or left it: others may be waiting for them. */
  turned?: readonly (readonly [CollectionName, string])[];
  before?: ReadonlyMap<string, RecordDoc> | undefined;
};

export function settle(
  tx: RecordTx,
  { moved, turned = [], before = new Map() }: Unsettled,
  context: CommandContext,
): void {
  for (const of of mergeable) {
    const idsIn = (some: NonNullable<Unsettled['turned']>): string[] =>
      some.filter(([one]) => one === of).map(([, id]) => id);
    const here = new Map([...before].filter(([, doc]) => mergeableOf(doc) === of));
    const ids = [...idsIn(moved), ...keepersAmong(tx, of, idsIn(turned))];
    const merged = settleAndCarry(tx, of, ids, context, here);
    if (of === 'groups') leadRoles(tx, [...new Set([...ids, ...merged])], context);
  }
}

/** What an edit of one record leaves to be settled. */
export function noteEdit(
  unsettled: { moved: [CollectionName, string][]; turned: [CollectionName, string][] },
  collection: CollectionName,
  before: RecordDoc,
  after: RecordDoc,
): void {
  if (!isMergeable(collection)) return;
  const isMerged = [before, after].some((doc) => mergedIntoOf(doc) !== undefined);
  if (isMerged) unsettled.moved.push([collection, after.id]);
  else if (isLiving(before) !== isLiving(after)) unsettled.turned.push([collection, after.id]);
}

/** What a role was made at; it leads to whatever stands for that. */
const madeAt = ({ fields: { to, toWas } }: RecordDoc): string =>
  typeof toWas === 'string' ? toWas : typeof to === 'string' ? to : '';

/** Lets the ties that name these groups lead to whatever stands for what they were made at. */
export function leadRoles(tx: RecordTx, groups: readonly string[], context: CommandContext): void {
  if (groups.length === 0) return;
  const ids = new Set([...tx.byKeys('ties', groups).values()].flat());
  leadTies(tx, [...tx.get('ties', [...ids]).values()], context);
}

/** The same for ties that were made or received. */
export function leadTies(tx: RecordTx, ties: readonly RecordDoc[], context: CommandContext): void {
  const ends = [...new Set(ties.map(madeAt))].filter((id) => id !== '');
  if (ends.length === 0) return;
  const groups = tx.get('groups', ends);
  if (groups.size === 0) return;
  const keepers = keepersIn(tx, 'groups', [...groups.keys()]);
  const led = ties.flatMap((tie) => {
    const own = madeAt(tie);
    const at = groups.get(own);
    // What lies in the trash is part of nothing.
    const keeper = isLiving(at) ? keepers.get(own) : at?.id;
    if (keeper === undefined || tie.status === 'erased' || keeper === tie.fields['to']) return [];
    // The same on every laptop: it is the merge that wrote it.
    const stamp = at?.stamps['mergedInto'] ?? tie.origin;
    const writes = [
      { what: 'to', value: keeper },
      { what: 'toWas', value: keeper === own ? null : own },
    ];
    const edited = editRecord(tie, () => writes, { ...context, stamp });
    return edited.ok && edited.value.doc !== tie ? [edited.value.doc] : [];
  });
  if (led.length > 0) tx.put('ties', led);
}

/** Before these groups are erased: roles that were made at others, which stay, lead there again. */
export function leadBack(tx: RecordTx, groups: readonly string[], context: CommandContext): void {
  const gone = new Set(groups);
  const ids = new Set([...tx.byKeys('ties', groups).values()].flat());
  const back = [...tx.get('ties', [...ids]).values()].flatMap((tie) => {
    const { to, toWas } = tie.fields;
    if (typeof to !== 'string' || !gone.has(to) || typeof toWas !== 'string' || gone.has(toWas))
      return [];
    const writes = [
      { what: 'to', value: toWas },
      { what: 'toWas', value: null },
    ];
    const edited = editRecord(tie, () => writes, context);
    return edited.ok ? [edited.value.doc] : [];
  });
  if (back.length > 0) tx.put('ties', back);
}
