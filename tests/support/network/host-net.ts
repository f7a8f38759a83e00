// Hosts with real books on disk, each joined to each other by links in memory that carry
// the same bytes as real ones.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCommandContext } from '../../../src-main/host/command-context.ts';
import { type Keeper, openKeeper } from '../../../src-main/host/book/open-book.ts';
import { openSettings } from '../../../src-main/host/profile/settings.ts';
import {
  decodeLinkMessage,
  encodeLinkMessage,
} from '../../../src-main/host/team/links/link-codec.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { createExchange, type Exchange } from '../../../src-shared/sync/exchange.ts';
import { parseMessage } from '../../../src-shared/sync/messages.ts';
import type { Session } from '../../../src-shared/sync/session.ts';
import { vaultIn } from '../store/vault-in.ts';

export type HostNode = {
  name: string;
  store: RecordStore;
  context: CommandContext;
  exchange: Exchange;
  keeper: Keeper;
  dir: string;
};

type Joined = Pick<HostNode, 'name' | 'exchange'>;

/** The part of a host that speaks with teammates, over whatever store it has. */
export function exchangeOf(
  name: string,
  store: RecordStore,
  context: () => CommandContext,
): Exchange {
  return createExchange({
    store,
    epoch: `epoch-${name}`,
    context,
    onChange: () => undefined,
    onVerdict: () => undefined,
    later: (work, ms) => void setTimeout(work, ms),
    onBug: (error) => {
      throw error;
    },
  });
}

export async function openNode(name: string): Promise<HostNode> {
  const dir = mkdtempSync(join(tmpdir(), `rapport-node-${name}-`));
  const keeper = await openKeeper(dir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  const context = { ...createCommandContext(openSettings(dir, vaultIn(dir)))(), device: name };
  const { store } = book.value;
  const exchange = exchangeOf(name, store, () => context);
  return { name, store, context, exchange, keeper: keeper.value, dir };
}

export function joinAll(nodes: readonly Joined[]): void {
  for (const [at, a] of nodes.entries()) for (const b of nodes.slice(at + 1)) joinPair(a, b);
}

/** Each message is on its way for one turn of the event loop. */
function joinPair(a: Joined, b: Joined): void {
  const ends: { ofA?: Session; ofB?: Session } = {};
  const carry = (to: () => Session | undefined) => (message: object) => {
    const bytes = encodeLinkMessage(message);
    setImmediate(() => {
      const parsed = parseMessage(decodeLinkMessage(bytes));
      if (parsed === undefined) throw new Error('not understood');
      to()?.receive(parsed);
    });
  };
  const close = (): void => undefined;
  ends.ofA = a.exchange.join(b.name, { send: carry(() => ends.ofB), close });
  ends.ofB = b.exchange.join(a.name, { send: carry(() => ends.ofA), close });
}

export async function closeNode({ exchange, keeper, dir }: HostNode): Promise<void> {
  exchange.close();
  await keeper.close();
  rmSync(dir, { recursive: true, force: true });
}
