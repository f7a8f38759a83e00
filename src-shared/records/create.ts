// New records. What was undone and is made again under the same id, as an id that follows from
// what it is of can be, comes back as it is wanted now.

import { isKeptHere } from '../domain/kept-here.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { beginAction, docsByCollection } from './action.ts';
import type { Command, Done } from './command.ts';
import { makeRecord } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { isSameJson } from './same.ts';
import { restored } from './trash.ts';
import type { Plan } from './writes.ts';

export function createRecords(
  tx: RecordTx,
  command: Extract<Command, { type: 'create' }>,
  context: CommandContext,
): Result<Done> {
  const docs: RecordDoc[] = [];
  for (const record of command.records) {
    if (!kindsOf(context).has(record.kind)) return fail('bad-input', { kind: record.kind });
    docs.push(makeRecord(record as Parameters<typeof makeRecord>[0], context));
  }
  const again: { collection: CollectionName; doc: RecordDoc; before: RecordDoc }[] = [];
  for (const [collection, own] of docsByCollection(docs, context)) {
    const taken = tx.get(
      collection,
      own.map((doc) => doc.id),
    );
    for (const doc of own) {
      const before = taken.get(doc.id);
      if (before === undefined) continue;
      if (before.status !== 'undone' || before.kind !== doc.kind)
        return fail('bad-input', { taken: taken.size });
      again.push({ collection, doc, before });
    }
  }
  const action = beginAction(tx, context, 'create');
  action.create(docs.filter((doc) => !again.some((one) => one.doc === doc)));
  for (const { collection, doc, before } of again) {
    const edited = action.edit(collection, before, madeAgain(doc));
    if (!edited.ok) return edited;
  }
  return ok(action.finish());
}

/** Its fields and its words; what it had besides goes, but for what this laptop alone has of it. */
const madeAgain =
  ({ fields, note }: RecordDoc): Plan =>
  (state, before) => [
    ...restored(state, before),
    ...[...new Set([...Object.keys(before.fields), ...Object.keys(fields)])].flatMap((what) =>
      isKeptHere(what) || isSameJson(before.fields[what] ?? null, fields[what] ?? null)
        ? []
        : [{ what, value: fields[what] ?? null }],
    ),
    ...(note === before.note ? [] : [{ what: 'note', value: note }]),
  ];
