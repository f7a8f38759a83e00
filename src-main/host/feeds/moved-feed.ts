// A feed has moved for good: its new address goes into the records of its owners.

import { edit } from '../../../src-shared/records/intents/edits.ts';
import { follow } from '../../../src-shared/records/intents/people.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Followed } from './get-feed.ts';

export async function moveFeed(
  store: RecordStore,
  followed: readonly Followed[],
  to: string,
  context: CommandContext,
): Promise<void> {
  const changes = followed.map(({ subscription: { owner, collection, item, network, title } }) =>
    follow({ collection, id: owner }, { id: item, value: to, label: network, more: { title } }),
  );
  const source = { type: 'feed' as const, feed: to };
  await runCommand(store, edit(...changes), { ...context, source });
}
