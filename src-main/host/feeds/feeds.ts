// Listening as a whole: wires the refresher, previews and pictures to the book, the
// settings and the team.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { oldestKept } from '../../../src-shared/feeds/drop-old.ts';
import { subscriptionsOf } from '../../../src-shared/feeds/subscription.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { type AllowedFile, openAllowed } from './allowed.ts';
import { whoHasFeeds } from './followed.ts';
import { createFeedLog, type FeedLog } from './feed-log.ts';
import type { Names } from './guarded-fetch.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { createReader, type Reader } from './reader.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import { type CurrentBook, storeOf } from '../book/book.ts';
import type { Vault } from '../keys/vault.ts';
import { gathered } from '../pace.ts';
import type { SettingsFile } from '../profile/settings.ts';

export type Feeds = {
  reader: Reader;
  refresher: Refresher;
  pictures: Pictures;
  log: FeedLog;
  allowed: AllowedFile;
  isHeld: () => boolean;
  /** What lies outside the book of owners that were erased; `urls` are hashed as `hash` does. */
  forget: (owners: readonly string[], urls: readonly string[]) => Promise<void>;
  close: () => Promise<void>;
};

export type FeedsNeeds = {
  profileDir: string;
  vault: Vault;
  settings: SettingsFile;
  book: CurrentBook;
  commandContext: () => CommandContext;
  teammates: () => number;
  /** This network costs by use: nothing is fetched in it. */
  isHeld: () => boolean;
  emit: Emit;
  onBug: (error: unknown) => void;
  names?: Names;
};

const tellEvery = 300;

export function openFeeds(needs: FeedsNeeds): Feeds {
  const { settings, names } = needs;
  const store = (): Result<RecordStore> => storeOf(needs.book);
  const reader = createReader();
  const log = createFeedLog(store, needs.commandContext, needs.onBug);
  const allowed = openAllowed(needs.profileDir, needs.vault);
  const changed = gathered(() => needs.emit('feeds.changed', refresher.busy()), tellEvery);
  const refresher = createRefresher({
    store,
    reader,
    log,
    now: Date.now,
    random: Math.random,
    commandContext: needs.commandContext,
    oldest: () => oldestKept(settings.read().keepPostsDays, Date.now()),
    isOn: () => settings.read().feeds === 'on' && !needs.isHeld(),
    teammates: needs.teammates,
    allowed: allowed.addressOf,
    onBug: needs.onBug,
    onChange: changed.ask,
    ...(names === undefined ? {} : { names }),
  });
  const pictures = createPictures(needs.profileDir, needs.vault, names, needs.isHeld);
  return {
    reader,
    refresher,
    pictures,
    log,
    allowed,
    isHeld: needs.isHeld,
    forget: async (owners, urls) => {
      log.forget(new Set(owners));
      for (const url of urls) pictures.forget(Buffer.from(url, 'base64url').toString('hex'));
      await forgetAllowed(allowed, urls, store(), needs.commandContext());
    },
    close: async () => {
      changed.stop();
      await refresher.close();
      await log.flush();
    },
  };
}

/** One that somebody else is followed by stays allowed. */
async function forgetAllowed(
  allowed: AllowedFile,
  urls: readonly string[],
  store: Result<RecordStore>,
  { hash }: CommandContext,
): Promise<void> {
  const named = new Set(urls);
  const found = allowed.urls().filter((url) => named.has(hash(url)));
  if (found.length === 0 || !store.ok) return;
  const docs = await whoHasFeeds(store.value);
  const followed = new Set(docs.flatMap(subscriptionsOf).map(({ url }) => url));
  for (const url of found) if (!followed.has(url)) allowed.set(url, null);
}
