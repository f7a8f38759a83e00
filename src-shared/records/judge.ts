// What somebody says of people who look like one: that they are two, or that it is open once
// more. Said again it is the same record, whatever became of it meanwhile.

import { newVerdict, verdictId, type VerdictSays } from '../domain/verdict.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { beginAction } from './action.ts';
import type { CommandOf, Done } from './command.ts';
import { makeRecord } from './content.ts';
import type { CommandContext } from './context.ts';
import type { Plan } from './writes.ts';

export function judge(
  tx: RecordTx,
  { pairs, says }: CommandOf<'judge'>,
  context: CommandContext,
): Result<Done> {
  const action = beginAction(tx, context, 'judge');
  const byId = new Map(pairs.map((pair) => [verdictId(...pair), pair]));
  const known = tx.get('setup', [...byId.keys()]);
  const fresh = [...byId].filter(([id]) => !known.has(id));
  action.create(fresh.map(([, [a, b]]) => makeRecord(newVerdict(a, b, says), context)));
  for (const doc of known.values()) {
    // Of whom it was has been erased: there is nothing to say any more.
    if (doc.status === 'erased') continue;
    const edited = action.edit('setup', doc, saying(says));
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}

const saying =
  (says: VerdictSays): Plan =>
  () => [
    { what: 'says', value: says },
    { what: 'trashedAt', value: null },
    { what: 'undoneBy', value: null },
  ];
