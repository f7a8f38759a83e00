// Replicas that pass whole record states to each other over a lossy net: messages are
// dropped, doubled and reordered until `heal` brings everything everywhere.

import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { fromBase64 } from '../../../src-shared/records/base64.ts';
import { contentOf, headOf } from '../../../src-shared/records/content.ts';
import { mergeRecord } from '../../../src-shared/records/merge.ts';
import { genesisState } from '../../../src-shared/records/state.ts';
import type { Replica } from './replica.ts';

export const shared: readonly CollectionName[] = ['people', 'groups', 'ties', 'moments', 'work'];
type Message = { to: number; collection: CollectionName; id: string; state: Uint8Array };

export const stateOf = (doc: RecordDoc): Uint8Array =>
  doc.state === undefined ? genesisState(headOf(doc), contentOf(doc)) : fromBase64(doc.state);

export function openNet(replicas: Replica[], random: () => number) {
  let waiting: Message[] = [];
  const receive = async ({ to, collection, id, state }: Message): Promise<boolean> => {
    const replica = replicas[to];
    if (replica === undefined) return false;
    const done = await replica.store.write((tx) => {
      const mine = tx.get(collection, [id]).get(id);
      const merged = mergeRecord(id, mine, state, replica.context);
      if (!merged.ok) return merged;
      if (merged.value.changed) tx.put(collection, [merged.value.doc]);
      return ok(merged.value.changed);
    });
    if (!done.ok) throw new Error(`refused: ${done.error.code}`);
    return done.value;
  };
  return {
    /** Sends what a replica has just written to everybody; some of it gets lost or doubled. */
    async send(from: number, collection: CollectionName, ids: readonly string[]): Promise<void> {
      const docs = await replicas[from]?.store.get(collection, ids);
      for (const doc of docs?.values() ?? []) {
        for (let to = 0; to < replicas.length; to++) {
          if (to === from || random() < 0.3) continue;
          const message = { to, collection, id: doc.id, state: stateOf(doc) };
          waiting.push(message, ...(random() < 0.15 ? [message] : []));
        }
      }
    },
    async deliverSome(): Promise<void> {
      for (let left = Math.floor(random() * 6); left > 0 && waiting.length > 0; left--) {
        const [message] = waiting.splice(Math.floor(random() * waiting.length), 1);
        if (message !== undefined) await receive(message);
      }
    },
    /** Everybody tells everybody everything until nothing changes any more. */
    async heal(): Promise<void> {
      waiting = [];
      for (let changes = 1, rounds = 0; changes > 0; rounds++) {
        if (rounds > 12) throw new Error('replicas keep changing each other');
        changes = 0;
        for (const [from, replica] of replicas.entries()) {
          for (const collection of shared) {
            for await (const docs of replica.store.scan(collection)) {
              for (const doc of docs) {
                for (let to = 0; to < replicas.length; to++) {
                  if (to === from) continue;
                  changes += Number(
                    await receive({ to, collection, id: doc.id, state: stateOf(doc) }),
                  );
                }
              }
            }
          }
        }
      }
    },
  };
}

/** What people see of a replica, without the bytes behind it. */
export async function shownBy(replica: Replica): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (const collection of shared) {
    for await (const docs of replica.store.scan(collection)) {
      for (const { state: _state, ...doc } of docs) shown.push([collection, doc]);
    }
  }
  return shown;
}
