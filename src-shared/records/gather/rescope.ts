// A private field is given to the team, or the team's is kept on this laptop from now on. Whether
// a field is private never changes, for its values would have to change places: it is another
// field of the same name, with what was filled in as it stands, as one action.

import { kinds } from '../../domain/kinds.ts';
import { type OwnField, ownField, readOwnField, recordKindsOf } from '../../domain/own-field.ts';
import { ownKey } from '../../domain/own-values.ts';
import type { RecordDoc } from '../../domain/record.ts';
import { fail, type Result } from '../../domain/result.ts';
import { storedOwn } from '../../fields/own.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { Change, Done, Ref } from '../command.ts';
import { makeRecord } from '../content.ts';
import { atOneTime, type CommandContext } from '../context.ts';
import { editAll, type Step } from '../edit-all.ts';
import { putItem, removeItem, setField } from '../intents/edits.ts';
import { joinField, retireField } from '../intents/own-fields.ts';
import { planChanges } from '../plan-changes.ts';

/**
 * share: a private field becomes the team's, which there is no way back from for what teammates
 * have got. keep: what the team's holds is taken into a private one; teammates keep what they have.
 * `putsAway`: the team's field is put away for everybody, with what it holds.
 */
export type Rescope = { field: string; to: 'share' | 'keep'; putsAway: boolean };

export async function rescopeField(
  store: RecordStore,
  { field: id, to, putsAway }: Rescope,
  surroundings: CommandContext,
): Promise<Result<Done>> {
  const context = atOneTime(surroundings);
  const doc = (await store.get('setup', [id])).get(id);
  const before = doc === undefined ? undefined : readOwnField(doc);
  if (doc === undefined || before === undefined) return fail('not-found');
  if (before.isPrivate !== (to === 'share') || before.isNewer) return fail('bad-input');
  const made = definitionAs(doc, to, context);
  const keys = { from: ownKey(before), to: ownKey({ id: made.id, isPrivate: to === 'keep' }) };
  const collection = kinds.get(recordKindsOf(before.kind)[0] ?? '')?.collection;
  if (collection === undefined) return fail('not-found');
  const steps: Step[] = [];
  for await (const docs of store.scan(collection))
    for (const record of docs) {
      if (record.status === 'erased' || storedOwn(keys.from, record).length === 0) continue;
      const ref = { collection, id: record.id } as Ref;
      steps.push({
        ref,
        plan: (state, now) =>
          planChanges(moved(ref, now, keys, to === 'share'), context)(state, now),
      });
    }
  if (to === 'share')
    steps.push(definitionStep(before, joinField(id, context.now(), made.id), context));
  // The team's does not say which field of one laptop stands for it.
  else if (putsAway) steps.push(definitionStep(before, [retireField(id, context.now())], context));
  return editAll(store, 'gather', steps, context, [made]);
}

const definitionStep = (
  { id }: OwnField,
  changes: readonly Change[],
  context: CommandContext,
): Step => ({ ref: { collection: 'setup', id }, plan: planChanges(changes, context) });

function definitionAs(doc: RecordDoc, to: Rescope['to'], context: CommandContext): RecordDoc {
  const { retiredAt: _retired, joinedInto: _joined, ...fields } = doc.fields;
  return makeRecord(
    {
      kind: ownField.kind,
      scope: to === 'keep' ? 'private' : 'team',
      fields,
      sets: { options: doc.sets['options'] ?? [] },
    },
    context,
  );
}

/** As it stands, what does not fit too: it is read in the same way there. */
function moved(
  ref: Ref,
  { fields, sets }: RecordDoc,
  keys: { from: string; to: string },
  isTakenAway: boolean,
): Change[] {
  const alone = fields[keys.from];
  const items = sets[keys.from] ?? [];
  return [
    ...(alone === undefined ? [] : [setField(ref, keys.to, alone)]),
    ...items.map(({ id: _id, ...item }) => putItem(ref, keys.to, item)),
    ...(!isTakenAway || alone === undefined ? [] : [setField(ref, keys.from, null)]),
    ...(isTakenAway ? items.map(({ id }) => removeItem(ref, keys.from, id)) : []),
  ];
}
