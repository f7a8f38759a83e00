// Who may have a record: this laptop alone, or the team. What a team already has cannot
// be taken back, so a record only ever goes from private to team once a team exists.

import type { RecordDoc } from '../domain/record.ts';
import { contentOf, headOf, privateKey } from './content.ts';
import type { CommandContext } from './context.ts';
import { readRecord } from './merge.ts';
import { openState } from './state.ts';

export function withScope(
  doc: RecordDoc,
  scope: RecordDoc['scope'],
  context: CommandContext,
): RecordDoc {
  // Its state follows from its row, so the row alone says it.
  if (doc.state === undefined) {
    const keys = doc.keys.filter((key) => key !== privateKey);
    return { ...doc, scope, keys: scope === 'private' ? [...keys, privateKey] : keys };
  }
  const state = openState(doc, headOf(doc), contentOf(doc));
  state.clientID = context.yjsClientId;
  state.getMap('head').set('scope', scope);
  const changed = readRecord(doc.id, state, context, doc);
  state.destroy();
  return changed;
}
