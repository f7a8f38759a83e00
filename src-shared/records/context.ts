// What a command needs from its surroundings. Clock, ids and randomness are handed
// in, so that a seed replays a history.

import { kinds as allKinds, type Kinds } from '../domain/kinds.ts';
import type { CollectionName, RecordDoc, Source, Stamp } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';

export type CommandContext = {
  /** ms since 1970. Labels only: no decision depends on it. */
  now(): number;
  /** A fresh uuid v7. */
  newId(): string;
  userName: string;
  device: string;
  /** Ids that this device wrote under before. */
  formerDevices?: readonly string[];
  /**
   * Random for each process start and never stored: Yjs tells edits apart by client
   * id and counter, and a counter that starts again after a restored backup under
   * the same id would make two replicas differ for ever.
   */
  yjsClientId: number;
  /** A one-way hash as short text: erased addresses are kept as nothing else. */
  hash: (text: string) => string;
  /** Lets the process answer others in between; very long work calls it. */
  yieldNow?: () => Promise<void>;
  source?: Source;
  /** Said of where values come from instead of who acts now: they follow from that edit. */
  stamp?: Stamp;
  kinds?: Kinds;
  /** Called with records that are new here, in the transaction that brings them. */
  arrived?: (tx: RecordTx, collection: CollectionName, docs: readonly RecordDoc[]) => void;
};

export const kindsOf = (context: CommandContext): Kinds => context.kinds ?? allKinds;

/** What is done as one is done at one time, and is known by it on other laptops. */
export function atOneTime(context: CommandContext): CommandContext {
  const at = context.now();
  return { ...context, now: () => at };
}

export function stampNow(context: CommandContext): Stamp {
  if (context.stamp !== undefined) return context.stamp;
  return {
    by: context.userName,
    device: context.device,
    at: context.now(),
    source: context.source ?? { type: 'typed' },
  };
}
