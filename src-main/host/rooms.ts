// Everything that takes the book's key: this laptop's identity, the team, the feeds, the
// services on top of them and the housekeeping beside. They are open while the key is known, and
// closed while the book is locked, so that nothing of it is left in memory or on the network.

import type { Emit } from '../../src-shared/bridge/contract.ts';
import type { Handlers } from '../../src-shared/bridge/server.ts';
import { createInTurn } from '../../src-shared/pacing/in-turn.ts';
import { databaseName } from '../../src-shared/schema/collections.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { storeOf } from './book/book.ts';
import type { Keeper } from './book/open-book.ts';
import { createCalendarReader } from './calendar/calendar-reader.ts';
import { openCalendars } from './calendar/calendars.ts';
import { createCommandContext } from './command-context.ts';
import { createErased, type Erased } from './erased.ts';
import { openFeeds } from './feeds/feeds.ts';
import { createReceivedFiles, type ReceivedFiles } from './handover/received-files.ts';
import { createWrittenFiles } from './handover/written-files.ts';
import { startHousekeeping } from './housekeeping.ts';
import { guardedFetch, type Names } from './feeds/guarded-fetch.ts';
import type { NetworkSight } from './team/network/own-networks.ts';
import type { Keystore } from './keys/keystore.ts';
import { openVault } from './keys/vault.ts';
import { openSettings, type SettingsFile } from './profile/settings.ts';
import { createServices } from './services/create-services.ts';
import { frontHandlers, type RoomHandlers } from './services/front-handlers.ts';
import { openTeam } from './team/team.ts';

export type RoomOptions = {
  profileDir: string;
  shell: 'electron' | 'browser';
  /** Hears which language was chosen, for what the shell itself says. */
  onLanguage?: (language: string) => void;
  /** Hears every error that is a bug of ours. */
  onBug: (error: unknown) => void;
  /** Looks up the names of feeds' servers; the system's own when left out. */
  names?: Names;
  /** Of the system, where there is a real one. */
  keystore?: Keystore | undefined;
  /** What is seen of this machine's networks; its own when left out. */
  networks?: () => NetworkSight;
};

export type Rooms = {
  handlers: Handlers;
  /** Another book is open now than before, or another key is known. */
  bookReplaced: () => Promise<void>;
  /** Removes what lies outside the book of those who were erased. */
  sweepErased: () => Promise<void>;
  /** The computer goes to sleep, or its screen is locked: so is the book, where that is wanted. */
  asleep: () => Promise<void>;
  close: () => Promise<void>;
};

type Open = {
  /** Of the key. */
  id: string;
  settings: SettingsFile;
  handlers: RoomHandlers;
  erased: Erased;
  bookReplaced: () => void;
  close: () => Promise<void>;
};

export function openRooms(options: RoomOptions, keeper: Keeper, emit: Emit): Rooms {
  const { profileDir, shell } = options;
  const { book, backups, condition, lock, keys } = keeper;
  const received = createReceivedFiles();
  const inTurn = createInTurn();
  let open: Open | undefined;
  let isClosed = false;

  const closeRooms = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.close();
  };
  /** Files beside the book are not touched while they are being encrypted. */
  const openIfKnown = (): void => {
    const key = keys.key();
    if (isClosed || key === undefined || condition().state === 'encrypting') return;
    open ??= openAll(options, keeper, received, emit);
  };
  const bookReplaced = (): Promise<void> =>
    inTurn(async () => {
      if (open !== undefined && open.id !== keys.key()?.id) await closeRooms();
      openIfKnown();
      open?.bookReplaced();
      emit('store.replaced', {});
    });
  openIfKnown();
  const front = {
    profileDir,
    shell,
    version: packageJson.version,
    databaseName,
    book,
    backups,
    received,
    lock,
    condition,
    settings: () => open?.settings,
    closeRooms: () => inTurn(closeRooms),
    bookReplaced,
  };
  const handlers = frontHandlers(front, () => open?.handlers);
  return {
    handlers,
    asleep: async () => {
      if (open?.settings.read().lockOnSleep === true) await handlers['lock.now']({});
    },
    bookReplaced,
    sweepErased: async () => open?.erased.sweep(),
    close: () => {
      isClosed = true;
      return inTurn(closeRooms);
    },
  };
}

function openAll(options: RoomOptions, keeper: Keeper, received: ReceivedFiles, emit: Emit): Open {
  const { profileDir, names, networks } = options;
  let isClosed = false;
  // What was still being read when the book was closed is no bug.
  const onBug = (error: unknown): void => (isClosed ? undefined : options.onBug(error));
  const key = keeper.keys.key();
  if (key === undefined) throw new Error('no key');
  const vault = openVault(key);
  const { book } = keeper;
  const settings = openSettings(profileDir, vault, (changed) => {
    emit('settings.changed', changed);
    options.onLanguage?.(changed.language);
  });
  const commandContext = createCommandContext(settings);
  const shared = { profileDir, vault, settings, book, commandContext, onBug };

  const team = openTeam({ ...shared, emit, networks });
  const feeds = openFeeds({
    ...shared,
    emit,
    teammates: () => team.links.linked().size,
    isHeld: team.held.isHeld,
    ...(names === undefined ? {} : { names }),
  });
  const calendars = openCalendars({
    reader: createCalendarReader(),
    fetch: guardedFetch,
    now: () => commandContext().now(),
    store: () => storeOf(book),
    commandContext,
    own: () => settings.read().mailOwn,
    isHeld: team.held.isHeld,
    onChange: () => emit('calendars.changed', {}),
    onBug,
    ...(names === undefined ? {} : { names }),
  });
  const written = createWrittenFiles(profileDir);
  const erased = createErased({ book, files: team.files, feeds, written, settings });
  void erased.sweep().catch(onBug);
  const { list: backups } = keeper.backups;
  const handlers = createServices({
    ...shared,
    team,
    feeds,
    calendars,
    received,
    written,
    erased,
    backups,
    emit,
  });
  const stopHousekeeping = startHousekeeping({ ...shared, keeper, files: team.files });
  return {
    id: key.id,
    settings,
    handlers,
    erased,
    bookReplaced: team.bookReplaced,
    close: async () => {
      await stopHousekeeping();
      await calendars.close();
      await feeds.close();
      await team.close();
      isClosed = true;
    },
  };
}
