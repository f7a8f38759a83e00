// The host: one profile's lock, book, settings and services, and the windows that are
// joined to them. Runs in Electron's utility process, in the browser shell and in
// tests alike.

import type { Port } from '../../src-shared/bridge/port.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { dropOldPosts } from '../../src-shared/feeds/drop-old.ts';
import { settleAllMerged } from '../../src-shared/records/merged.ts';
import { emptyOldTrash } from '../../src-shared/records/purge.ts';
import { databaseName } from '../../src-shared/schema/collections.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createCommandContext } from './command-context.ts';
import { openKeeper } from './book/open-book.ts';
import { createServices } from './services/create-services.ts';
import { openSettings } from './profile/settings.ts';
import { lockProfile } from './profile/lock.ts';
import { openFeeds } from './feeds/feeds.ts';
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
const hour = 60 * 60 * 1000;
const hoursBetweenChecks = 24;

/** Fails with `store-locked` when another process has the profile, or with the disk's trouble. */
export async function openHost({
  profileDir,
  shell,
  onBug,
  names,
  networks,
}: HostOptions): Promise<Result<Host>> {
  const lock = lockProfile(profileDir);
  if (!lock.ok) return lock;
  const settings = openSettings(profileDir);
  let windows: Windows | undefined;
  const keeper = await openKeeper(
    profileDir,
    (changed) => windows?.emit('store.condition', changed),
    throttled(() => windows?.emit('store.many', {}), manyEvery),
    throttled(() => windows?.emit('views.changed', {}), viewsEvery),
  );
  if (!keeper.ok) {
    lock.value.release();
    return keeper;
  }
  const { book, backups, condition, storage, close } = keeper.value;
  const commandContext = createCommandContext(settings);
  const team = openTeam({
    profileDir,
    settings,
    book,
    commandContext,
    emit: (name, payload) => windows?.emit(name, payload),
    onBug,
    networks,
  });
  const feeds = openFeeds({
    profileDir,
    settings,
    book,
    commandContext,
    teammates: () => team.links.linked().size,
    isHeld: team.held.isHeld,
    emit: (name, payload) => windows?.emit(name, payload),
    onBug,
    ...(names === undefined ? {} : { names }),
  });
  const handlers = createServices({
    profileDir,
    shell,
    version: packageJson.version,
    databaseName,
    settings,
    book,
    backups,
    condition,
    commandContext,
    team,
    feeds,
    emit: (name, payload) => {
      if (name === 'store.replaced') team.bookReplaced();
      windows?.emit(name, payload);
    },
  });
  const joined = createWindows({ handlers, storage, databaseName, onBug });
  windows = joined;

  const keepHouse = async (): Promise<void> => {
    const open = book();
    if (!open.ok) return;
    await backups.makeDaily();
    await emptyOldTrash(open.value.store, commandContext());
    await settleAllMerged(open.value.store);
    await team.files.sweep();
    await dropOldPosts(open.value.store, settings.read().keepPostsDays, Date.now());
  };
  /** Damage it finds turns the condition. Not at the start, when the owner is waiting. */
  let hoursToCheck = 1;
  const lookForDamage = async (): Promise<void> => {
    const open = book();
    hoursToCheck -= 1;
    if (!open.ok || hoursToCheck > 0) return;
    hoursToCheck = hoursBetweenChecks;
    await open.value.check();
  };
  const everyHour = async (): Promise<void> => {
    await keepHouse();
    await lookForDamage();
  };
  const timer = setInterval(() => void everyHour().catch(onBug), hour);
  const first = setTimeout(() => void keepHouse().catch(onBug), 10_000);

  return ok({
    attach: joined.attach,
    announce: lock.value.announce,
    close: async () => {
      clearInterval(timer);
      clearTimeout(first);
      await feeds.close();
      await team.close();
      await joined.close();
      await close();
      lock.value.release();
    },
  });
}

/** At once, then at most once in `ms`; the last call is never left out. */
function throttled(work: () => void, ms: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  const rest = (): void => {
    timer = undefined;
    if (!isAsked) return;
    isAsked = false;
    call();
  };
  const call = (): void => {
    work();
    timer = setTimeout(rest, ms).unref();
  };
  return () => {
    if (timer === undefined) call();
    else isAsked = true;
  };
}
