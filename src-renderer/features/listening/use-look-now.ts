// Has the host look at feeds at once, and announces how many it looks at.

import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { announce } from '../../data/announce.ts';
import { errorWords } from '../../words/host-words.ts';

/** `owner`: only at the feeds of this person or organisation. */
export function useLookNow(owner?: string): () => Promise<void> {
  const { host } = useHost();
  return async () => {
    const asked = await host.request('feeds.look', owner === undefined ? {} : { owner });
    if (!asked.ok) return showFailure(errorWords(asked.error));
    const { asked: count } = asked.value;
    if (owner !== undefined)
      announce(count === 0 ? 'Looked at only just now, or ended' : 'Looking');
    else if (count === 0) announce('Everything was looked at only just now');
    else announce(count === 1 ? 'Looking at 1 feed' : `Looking at ${count} feeds`);
  };
}
