// Has the host look at feeds at once, and announces how many it looks at.

import { plural, t } from '@lingui/core/macro';

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
      announce(count === 0 ? t`Looked at only just now, or ended` : t`Looking`);
    else if (count === 0) announce(t`Everything was looked at only just now`);
    else announce(plural(count, { one: 'Looking at # feed', other: 'Looking at # feeds' }));
  };
}
