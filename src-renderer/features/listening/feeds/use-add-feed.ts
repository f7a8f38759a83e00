// Adds a feed to a person or an organisation, and looks at it at once.

import type { FoundFeed } from '../../../../src-shared/bridge/feed-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { feedItem } from '../../../../src-shared/feeds/subscription.ts';
import { edit } from '../../../../src-shared/records/intents/edits.ts';
import { follow } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { refOf } from '../../../data/ref-of.ts';
import { useHost } from '../../../data/host-context.tsx';

export function useAddFeed(owner: RecordDoc) {
  const { host } = useHost();
  const run = useCommand();
  return async (found: readonly FoundFeed[], allowed: string | undefined): Promise<boolean> => {
    if (allowed !== undefined)
      for (const { url } of found) await host.request('feeds.allow', { url, address: allowed });
    const changes = found.map((feed) => follow(refOf(owner), feedItem(feed)));
    const done = await run(edit(...changes));
    if (done === undefined) return false;
    await host.request('feeds.look', { owner: owner.id });
    return true;
  };
}
