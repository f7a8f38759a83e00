// A laptop that listens: a real book on disk and a refresher whose clock the test turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createFeedLog } from '../../src-main/host/feeds/feed-log.ts';
import type { Names } from '../../src-main/host/feeds/guarded-fetch.ts';
import { createReader } from '../../src-main/host/feeds/reader.ts';
import { createRefresher, type Refresher } from '../../src-main/host/feeds/refresher.ts';
import { createCommandContext } from '../../src-main/host/command-context.ts';
import { openKeeper } from '../../src-main/host/book/open-book.ts';
import { openSettings } from '../../src-main/host/profile/settings.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { ok } from '../../src-shared/domain/result.ts';
import { oldestKept } from '../../src-shared/feeds/drop-old.ts';
import { type FeedState, stateOf } from '../../src-shared/feeds/state.ts';
import type { Network } from '../../src-shared/feeds/sources.ts';
import { feedItem } from '../../src-shared/feeds/subscription.ts';
import { runCommand } from '../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../src-shared/store/record-store.ts';
import { vaultIn } from './store/vault-in.ts';

export type Listener = {
  store: RecordStore;
  refresher: Refresher;
  /** ms that the clock is ahead of the machine's. */
  ahead: (ms: number) => void;
  now: () => number;
  settings: ReturnType<typeof openSettings>;
  context: ReturnType<typeof createCommandContext>;
  /** Makes a person who is followed by these addresses. */
  follow: (
    name: string,
    urls: readonly string[],
    how?: { scope?: 'team' | 'private'; network?: Network },
  ) => Promise<string>;
  /** Looks at all of a person's feeds, now, and waits until that is done. */
  look: (owner?: string) => Promise<void>;
  /** Nothing is being fetched or waits to be. */
  idle: () => Promise<void>;
  posts: (owner: string) => Promise<RecordDoc[]>;
  states: (owner: string) => Promise<FeedState[]>;
  unread: (owner: string) => Promise<string[]>;
  close: () => Promise<void>;
};

type Options = {
  /** May these addresses be fetched from? Loopback by default. */
  allowed?: (url: string) => string | undefined;
  names?: Names;
  teammates?: () => number;
  gapMs?: number;
};

export async function openListener(options: Options = {}): Promise<Listener> {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-listener-'));
  const keeper = await openKeeper(dir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  const { store } = book.value;
  const settings = openSettings(dir, vaultIn(dir));
  settings.write({ feeds: 'on' });
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const plain = createCommandContext(settings);
  const context = () => ({ ...plain(), now });
  const throwBug = (error: unknown): void => {
    throw error;
  };
  const refresher = createRefresher({
    store: () => ok(store),
    reader: createReader(),
    log: createFeedLog(() => ok(store), context, throwBug),
    now,
    random: () => 0,
    commandContext: context,
    oldest: () => oldestKept(settings.read().keepPostsDays, now()),
    isOn: () => settings.read().feeds === 'on',
    teammates: options.teammates ?? (() => 0),
    allowed: options.allowed ?? ((url) => new URL(url).hostname),
    onChange: () => undefined,
    onBug: throwBug,
    gapMs: options.gapMs ?? 0,
    ...(options.names === undefined ? {} : { names: options.names }),
  });
  const read = async (collection: 'posts' | 'work', owner: string): Promise<RecordDoc[]> => {
    const ids = (await store.byKeys(collection, [owner])).get(owner) ?? [];
    return [...(await store.get(collection, ids)).values()].toSorted((a, b) => b.at - a.at);
  };
  const listener: Listener = {
    store,
    refresher,
    settings,
    context,
    now,
    ahead: (ms) => {
      ahead += ms;
    },
    follow: async (name, urls, { scope = 'team', network = 'web' } = {}) => {
      const feeds = urls.map((url) => feedItem({ url, network, title: '' }));
      const record = { kind: 'person', scope, fields: { fullName: name }, sets: { feeds } };
      const made = await runCommand(store, { type: 'create', records: [record] }, context());
      if (!made.ok) throw new Error(made.error.code);
      return made.value.ids[0] ?? '';
    },
    look: async (owner) => {
      // Asking by hand is refused within minutes of the last look.
      ahead += 10 * 60_000;
      const asked = await refresher.lookNow(owner);
      if (!asked.ok) throw new Error(asked.error.code);
      await listener.idle();
    },
    idle: async () => {
      while (refresher.busy().running + refresher.busy().waiting > 0)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    posts: (owner) => read('posts', owner),
    states: async (owner) => {
      const docs = await read('work', owner);
      return docs
        .filter(({ kind }) => kind === 'feed-state')
        .map((doc) => stateOf(doc, String(doc.fields['url'] as string)));
    },
    unread: async (owner) => {
      const id = `unread:${owner}`;
      return ((await store.get('local', [id])).get(id)?.fields['ids'] ?? []) as string[];
    },
    close: async () => {
      await refresher.close();
      await keeper.value.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return listener;
}
