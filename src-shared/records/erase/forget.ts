// What this laptop's undo log holds of erased records is taken out of it.

import type { JsonValue, RecordDoc } from '../../domain/record.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { bodyOf, type LoggedCreate, type PartBody } from '../action.ts';
import type { CommandContext } from '../context.ts';
import { partsOf } from '../history.ts';
import { noteAction } from '../undo-stack.ts';
import type { Written } from '../writes.ts';
import { isThere } from './reach.ts';

/** Of records that stay: which of the values written there go. */
export type Spoken = ReadonlyMap<string, (written: Written) => boolean>;

export function forgetValues(tx: RecordTx, erased: ReadonlySet<string>, spoken: Spoken): void {
  const found = tx.byKeys('local', [...erased, ...spoken.keys(), oldPartKey]);
  const parts = tx.get('local', [...new Set([...found.values()].flat())]);
  for (const doc of parts.values()) {
    if (doc.kind !== 'action-part') continue;
    const body = without(bodyOf(doc), erased, spoken);
    if (body !== undefined) replacePart(tx, doc, body, erased);
  }
}

/** Parts of the versions whose parts are not found by what they hold. */
const oldPartKey = 'kind:action-part';

function replacePart(
  tx: RecordTx,
  doc: RecordDoc,
  body: PartBody,
  erased: ReadonlySet<string>,
): void {
  tx.purge('local', [doc.id]);
  const keys = doc.keys.filter((key) => !erased.has(key));
  tx.put('local', [
    { ...doc, keys, fields: { ...doc.fields, body: body as unknown as JsonValue } },
  ]);
}

/** Undefined where it holds nothing of them. */
function without(
  { creates, edits }: PartBody,
  erased: ReadonlySet<string>,
  spoken: Spoken,
): PartBody | undefined {
  let isChanged = false;
  const keptEdits = edits.flatMap((edit) => {
    if (erased.has(edit.id)) isChanged = true;
    if (erased.has(edit.id)) return [];
    const goes = spoken.get(edit.id);
    const written = goes === undefined ? edit.written : edit.written.filter((one) => !goes(one));
    if (written.length === edit.written.length) return [edit];
    isChanged = true;
    return written.length === 0 ? [] : [{ ...edit, written }];
  });
  const keptCreates = creates.filter(({ id }) => !erased.has(id));
  if (!isChanged && keptCreates.length === creates.length) return undefined;
  return { creates: keptCreates, edits: keptEdits };
}

/**
 * An import that brought nobody but them is forgotten with its file's name: there is nothing
 * left of it to undo.
 */
export function forgetImports(
  tx: RecordTx,
  context: CommandContext,
  gone: readonly RecordDoc[],
): void {
  const sources = gone.flatMap((doc) => [doc.origin, ...Object.values(doc.stamps)]);
  const imports = sources.flatMap(({ source }) =>
    source.type === 'import' ? [source.action] : [],
  );
  for (const action of tx.get('local', [...new Set(imports)]).values()) {
    const parts = partsOf(tx, action);
    const entries = parts.flatMap(({ creates, edits }) => [...creates, ...edits]);
    if (isAnybodyThere(tx, entries)) continue;
    tx.purge('local', [...parts.map(({ id }) => id), action.id]);
    noteAction(tx, context, action.id, 'forgotten');
  }
}

const readAtOnce = 100;

/** The first who is there is enough, however many there are. */
function isAnybodyThere(tx: RecordTx, entries: readonly LoggedCreate[]): boolean {
  for (let at = 0; at < entries.length; at += readAtOnce) {
    const some = Map.groupBy(entries.slice(at, at + readAtOnce), ({ collection }) => collection);
    for (const [collection, refs] of some) {
      const docs = tx.get(
        collection,
        refs.map(({ id }) => id),
      );
      if ([...docs.values()].some(isThere)) return true;
    }
  }
  return false;
}
