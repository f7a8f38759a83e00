// Has the host look at feeds at once, and says what came of it: how many new posts, from how
// many people, and whose page did not answer.

import { plural, t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';

import type { FeedLogEntry } from '../../../src-shared/bridge/feed-types.ts';
import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { recordsWithIds } from '../../data/queries/any-record.ts';
import { showFailure } from '../../data/use-command.tsx';
import { useReadRecords } from '../../data/use-read-records.ts';
import type { HostConnection } from '../../host/connection.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { errorWords } from '../../words/host-words.ts';
import { lookedWords } from './looked-words.ts';

/** Servers may be slow; what comes later is unread like everything else. */
const patienceMs = 60_000;

/** `owner`: only at the feeds of this person or organisation. */
export function useLookNow(owner?: string): () => Promise<void> {
  const { host } = useHost();
  const read = useReadRecords();
  const nameOf = async (id: string): Promise<string> => {
    for (const collection of ['people', 'groups'] as const) {
      const query = recordsWithIds(collection, [id]);
      const found = query === undefined ? undefined : await read(query);
      const [doc] = found?.ok === true ? found.value : [];
      if (doc !== undefined) return nameOrNone(doc);
    }
    return t`No name`;
  };
  return async () => {
    const looked = watchLooking(host, owner);
    const asked = await host.request('feeds.look', owner === undefined ? {} : { owner });
    if (!asked.ok) {
      looked.stop();
      return showFailure(errorWords(asked.error));
    }
    const { asked: count } = asked.value;
    if (count === 0) {
      looked.stop();
      return tell(t`Looked at only just now: try again in a few minutes.`);
    }
    announce(plural(count, { one: 'Looking at # feed', other: 'Looking at # feeds' }));
    const entries = await looked.atLeast(count);
    if (entries.length === 0) return tell(t`No answer yet. What comes later is shown as unread.`);
    tell(await lookedWords(entries, nameOf));
  };
}

function tell(text: string): void {
  notifications.show({
    closeButtonProps: { 'aria-label': t`Close this message` },
    message: text,
    autoClose: 8_000,
    withBorder: true,
  });
  announce(text);
}

/** Collects how looks went that end from now on. */
function watchLooking(host: HostConnection, owner: string | undefined) {
  const began = Date.now();
  let look: () => void = () => undefined;
  const stop = host.on('feeds.changed', () => look());
  const ended = async (): Promise<FeedLogEntry[]> => {
    const log = await host.request('feeds.log', {});
    if (!log.ok) return [];
    return log.value.filter(
      ({ at, owners }) => at >= began && (owner === undefined || owners.includes(owner)),
    );
  };
  return {
    stop,
    /** Those there are by the time that so many have ended, or patience has. */
    atLeast: async (count: number): Promise<FeedLogEntry[]> => {
      await new Promise<void>((resolve) => {
        look = () => void ended().then(({ length }) => length >= count && resolve());
        look();
        setTimeout(resolve, patienceMs);
      });
      stop();
      return ended();
    },
  };
}
