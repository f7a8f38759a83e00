// The host: one profile's lock, book, settings and services, and the windows that are
// joined to them. Runs in Electron's utility process, in the browser shell and in
// tests alike.

import type { Emit } from '../../src-shared/bridge/contract.ts';
import type { Port } from '../../src-shared/bridge/port.ts';
import type { Handlers } from '../../src-shared/bridge/server.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { databaseName } from '../../src-shared/schema/collections.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createCommandContext } from './command-context.ts';
import { type Keeper, openKeeper } from './book/open-book.ts';
import { createServices } from './services/create-services.ts';
import { openSettings } from './profile/settings.ts';
import { lockProfile } from './profile/lock.ts';
import { openFeeds } from './feeds/feeds.ts';
import { startHousekeeping } from './housekeeping.ts';
import { throttled } from './pace.ts';
import type { Names } from './feeds/guarded-fetch.ts';
import type { NetworkSight } from './team/network/own-networks.ts';
import { openTeam } from './team/team.ts';
import { createWindows, type Windows } from './windows.ts';

export type Host = {
  attach: (port: Port) => void;
  /** Tells a second start where this one can be reached. */
  announce: (port: number) => void;
  close: () => Promise<void>;
};

export type HostOptions = {
  profileDir: string;
  shell: 'electron' | 'browser';
  /** Hears every error that is a bug of ours. */
  onBug: (error: unknown) => void;
  /** Looks up the names of feeds' servers; the system's own when left out. */
  names?: Names;
  /** What is seen of this machine's networks; its own when left out. */
  networks?: () => NetworkSight;
};

/** A newcomer gets everything in a few large transactions, one after the other. */
const manyEvery = 1_500;
/** Whoever shows a view asks again at most so often. */
const viewsEvery = 250;

/** Fails with `store-locked` when another process has the profile, or with the disk's trouble. */
export async function openHost(options: HostOptions): Promise<Result<Host>> {
  const lock = lockProfile(options.profileDir);
  if (!lock.ok) return lock;
  let windows: Windows | undefined;
  const emit: Emit = (name, payload) => windows?.emit(name, payload);
  let onOpened = (): void => undefined;
  const keeper = await openKeeper(options.profileDir, {
    onCondition: (condition) => emit('store.condition', condition),
    onMany: throttled(() => emit('store.many', {}), manyEvery),
    onCommit: throttled(() => emit('views.changed', {}), viewsEvery),
    onOpened: () => onOpened(),
  });
  if (!keeper.ok) {
    lock.value.release();
    return keeper;
  }
  const { handlers, closeParts, bookReplaced } = openParts(options, keeper.value, emit);
  onOpened = bookReplaced;
  const { storage } = keeper.value;
  const joined = createWindows({ handlers, storage, databaseName, onBug: options.onBug });
  windows = joined;

  return ok({
    attach: joined.attach,
    announce: lock.value.announce,
    close: async () => {
      await closeParts();
      await joined.close();
      await keeper.value.close();
      lock.value.release();
    },
  });
}

type Parts = { handlers: Handlers; closeParts: () => Promise<void>; bookReplaced: () => void };

/** The team, the feeds, the services on top of them, and the housekeeping beside. */
function openParts(options: HostOptions, keeper: Keeper, emit: Emit): Parts {
  const { profileDir, shell, onBug, names, networks } = options;
  const { book, backups, condition, lock } = keeper;
  const settings = openSettings(profileDir);
  const commandContext = createCommandContext(settings);
  const shared = { profileDir, settings, book, commandContext, onBug };

  const team = openTeam({ ...shared, emit, networks });
  const feeds = openFeeds({
    ...shared,
    emit,
    teammates: () => team.links.linked().size,
    isHeld: team.held.isHeld,
    ...(names === undefined ? {} : { names }),
  });
  const bookReplaced = (): void => {
    team.bookReplaced();
    emit('store.replaced', {});
  };
  const handlers = createServices({
    ...shared,
    shell,
    version: packageJson.version,
    databaseName,
    backups,
    condition,
    lock,
    team,
    feeds,
    emit,
    bookReplaced,
  });
  const stopHousekeeping = startHousekeeping({ ...shared, keeper, files: team.files });

  return {
    handlers,
    bookReplaced,
    closeParts: async () => {
      stopHousekeeping();
      await feeds.close();
      await team.close();
    },
  };
}
