// Keeps the one book of a profile: opens it or says why not, guards every write by
// the disk's condition, and swaps it when a backup is restored.

import { RXDB_VERSION, type RxStorage } from 'rxdb';

import type { StoreCondition } from '../../../src-shared/bridge/host-types.ts';
import { StorageAway } from '../../../src-shared/bridge/rx-channel.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Backups, Book, CurrentBook } from './book.ts';
import { type Keyring, openKeyring } from '../keys/keyring.ts';
import type { Keystore } from '../keys/keystore.ts';
import { type BookLock, bookLock, type Doors } from './lock.ts';
import { checkStore } from './recovery/check.ts';
import { bookFacts } from './facts/facts.ts';
import { bookRounds } from './rounds/read-run.ts';
import { bookToday } from './today/today.ts';
import { bookHistory } from './history/history.ts';
import { ownKinds } from './own-kinds.ts';
import { smartBuckets } from './smart-buckets.ts';
import { openViews } from './query/views.ts';
import { failureOfDisk } from './condition/errors.ts';
import { probeDisk } from './condition/probe.ts';
import { type ConditionWatch, refusalOf, watchCondition } from './condition/condition.ts';
import type { StoreDatabase } from './sqlite/open-database.ts';
import { createSqliteRecordStore } from './sqlite/record-store.ts';
import { encryptPlain, hasPlain, sealPlain } from './recovery/encrypt-profile.ts';
import { bookBackups, type BookOpening, bookOpening } from './recovery/book.ts';
import { noteData, type Opened, openOrRecover, startEmpty } from './recovery/recovery.ts';
import { getRxStorageSqlite } from './sqlite/rx-storage.ts';
import { alikeFor, countFound, findIds, hitsOf, searchRecords } from './search/search.ts';

const probeEvery = 1_000;

export type Keeper = {
  book: CurrentBook;
  /** A plain book has been encrypted, or it turned out that there is nothing to wait for. */
  ready: Promise<void>;
  condition: () => StoreCondition;
  lock: BookLock;
  keys: Keyring;
  backups: Backups & { makeDaily: () => Promise<unknown> };
  /** Follows the book through a restore; refuses to open anything while there is none. */
  storage: RxStorage<unknown, unknown>;
  close: () => Promise<void>;
};

type OpenBook = {
  database: StoreDatabase;
  store: RecordStore;
  kinds: Book['kinds'];
  smart: Book['smart'];
};

export type KeeperEvents = {
  onCondition?: (condition: StoreCondition) => void;
  /** So much was written at once that windows must read everything again. */
  onMany?: () => void;
  /** Something was written: what views show may have changed. */
  onCommit?: () => void;
  /** There is a book where there was none before, other than by a restore. */
  onOpened?: () => void;
};

/** Fails only where the disk does not even let the profile be looked at. */
export async function openKeeper(
  profileDir: string,
  events: KeeperEvents = {},
  keystore?: Keystore,
): Promise<Result<Keeper>> {
  const { onCondition = () => undefined, onMany, onCommit, onOpened } = events;
  const keys = await keyringOf(profileDir, keystore);
  const backups = bookBackups(profileDir, keys);
  const opening = bookOpening(profileDir, keys, backups);
  const watch = watchDisk(profileDir, backups, onCondition);
  let open: OpenBook | undefined;

  let ready = Promise.resolve();
  let isAllSealed = true;
  const openNow = async (how: BookOpening = opening, isTried = false): Promise<Result<null>> => {
    const opened = await openOrRecover(how);
    if (!opened.ok) {
      watch.report(opened.error);
      return opened;
    }
    const { state } = opened.value;
    if (state === 'plain' || (!isTried && keys.key() !== undefined && hasPlain(profileDir))) {
      if (opened.value.state === 'open') await opening.close(opened.value.book);
      ready = encryptThenOpen(state === 'plain');
      return ok(null);
    }
    if (opened.value.state !== 'open') return waitFor(opened.value, watch);
    const database = opened.value.book;
    const made = await storeOf(database, onMany);
    if (!made.ok) return reported(made, watch);
    const store = made.value;
    if (onCommit !== undefined) store.onCommit(onCommit);
    /** False while nothing was written, as by an import that took no row. */
    const note = (): boolean => {
      if (opening.isBlank(database)) return false;
      noteData(opening);
      return true;
    };
    open = { database, store: guarded(store, watch, note), ...definedIn(store) };
    watch.set({ state: 'ok' });
    return ok(null);
  };
  /** What the disk has no room for stays plain until another start. */
  const encryptThenOpen = async (isBookPlain: boolean): Promise<void> => {
    const say = (part: number): void => watch.set({ state: 'encrypting', part });
    const done = isBookPlain ? await encryptPlain(opening.database, keys, say) : ok(null);
    isAllSealed = await sealPlain(profileDir, keys, say);
    await openNow(done.ok ? opening : { ...opening, keys: undefined }, true);
    onOpened?.();
  };
  const closeNow = async (): Promise<void> => {
    await ready;
    const closing = open;
    open = undefined;
    await closing?.database.close();
  };

  const doors: Doors = { close: closeNow, open: openNow, isOpen: () => open !== undefined };
  const first = await openNow();
  if (!first.ok) {
    watch.stop();
    return first;
  }
  const book: CurrentBook = () =>
    open === undefined
      ? fail(refusalOf(watch.current()) ?? 'store-closed')
      : ok(bookOf(open, watch));
  const isPlain = (): boolean =>
    open !== undefined && (open.database.key === undefined || !isAllSealed);
  const rewrapBackups = () => backups.rewrap();
  return ok({
    condition: () => watch.current(),
    ready,
    book,
    keys,
    lock: bookLock({ ...doors, keys, keystore, isPlain, rewrapBackups }),
    backups: keptBackups({ ...doors, backups, opening, watch }),
    storage: followingStorage(() => open?.database),
    close: async () => {
      watch.stop();
      await closeNow();
    },
  });
}

async function keyringOf(profileDir: string, keystore: Keystore | undefined): Promise<Keyring> {
  const keys = openKeyring(profileDir);
  if (keystore !== undefined) await keys.askKeystore(keystore);
  return keys;
}

const watchDisk = (
  profileDir: string,
  backups: ReturnType<typeof bookBackups>,
  onChange: (condition: StoreCondition) => void,
): ConditionWatch =>
  watchCondition({
    probe: () => probeDisk(profileDir),
    backups: () => backups.list(),
    onChange,
    every: probeEvery,
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  });

type BackupNeeds = Doors & {
  backups: ReturnType<typeof bookBackups>;
  opening: BookOpening;
  watch: ConditionWatch;
};

function keptBackups({ backups, opening, watch, close, open, isOpen }: BackupNeeds) {
  return {
    list: () => backups.list(),
    make: async (passphrase) => {
      const { state } = watch.current();
      const refused =
        state === 'locked' || state === 'no-key' ? refusalOf(watch.current()) : undefined;
      return refused === undefined ? backups.make(passphrase) : fail(refused);
    },
    makeDaily: () => makeDaily(backups, watch),
    startEmpty: async () => {
      const { state } = watch.current();
      if (state !== 'damaged' && state !== 'no-key') return fail('changed-since');
      await close();
      const aside = startEmpty(opening, Date.now());
      if (!aside.ok) return aside;
      const opened = await open();
      if (!opened.ok) return opened;
      return isOpen() ? ok({ aside: aside.value }) : fail('store-damaged');
    },
    restore: (name, passphrase) => backups.restore(name, { close, reopen: open }, passphrase),
    restoreChosen: (pieces, passphrase) =>
      backups.restoreBytes(pieces, { close, reopen: open }, passphrase),
  } satisfies Keeper['backups'];
}

/** There is no book before somebody does something. */
function waitFor(
  opened: Exclude<Opened<unknown>, { state: 'open' | 'plain' }>,
  watch: ConditionWatch,
) {
  const { state } = opened;
  watch.set(state === 'newer' || state === 'locked' ? { state } : opened);
  return ok(null);
}

/** Damage may lie where the check of a whole file has not come yet. The database is closed then. */
async function storeOf(
  database: StoreDatabase,
  onMany: (() => void) | undefined,
): Promise<Result<RecordStore>> {
  try {
    return ok(await createSqliteRecordStore(database, onMany));
  } catch (error) {
    await database.close();
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** Damage is shown, with the backups there are: the profile opens without a book. */
function reported(refused: Extract<Result<never>, { ok: false }>, watch: ConditionWatch) {
  watch.report(refused.error);
  return refused.error.code === 'store-damaged' ? ok(null) : refused;
}

/** A backup that does not fit leaves edits alone; one that finds damage does not. */
async function makeDaily(backups: ReturnType<typeof bookBackups>, watch: ConditionWatch) {
  const made = await backups.makeDaily();
  if (!made.ok && made.error.code === 'store-damaged') watch.report(made.error);
  await backups.encryptOld();
  return made;
}

/** What its own records define. */
const definedIn = (store: RecordStore) => ({ kinds: ownKinds(store), smart: smartBuckets(store) });

const bookOf = ({ database, store, kinds, smart }: OpenBook, watch: ConditionWatch): Book => ({
  store,
  search: (question) => searchRecords(database, question),
  countFound: (text) => countFound(database, text),
  findIds: (collection, text, most, alike) => findIds(database, collection, text, most, alike),
  alikeFor: (collections, text, isNothing) => alikeFor(database, collections, text, isNothing),
  hitsOf: (collection, ids, text, alike) => hitsOf(database, collection, ids, text, alike),
  facts: bookFacts(database),
  today: bookToday(database),
  rounds: bookRounds(database),
  history: (devices) => bookHistory(database, devices),
  kinds,
  smart,
  views: (context) => openViews(database, context),
  check: async () => {
    const report = await checkStore(database);
    if (!report.ok) watch.report({ code: 'store-damaged' });
    return report;
  },
});

/** Every write passes the disk's condition; the first one leaves the mark that there is data. */
function guarded(store: RecordStore, watch: ConditionWatch, note: () => boolean): RecordStore {
  let isNoted = false;
  const guard = async <T>(write: () => Promise<Result<T>>): Promise<Result<T>> => {
    const done = await watch.guard(write);
    if (done.ok && !isNoted) isNoted = note();
    return done;
  };
  return {
    ...store,
    write: (work) => guard(() => store.write(work)),
    inPieces: (work) => store.inPieces((write) => work((piece) => guard(() => write(piece)))),
  };
}

function followingStorage(current: () => StoreDatabase | undefined): RxStorage<unknown, unknown> {
  const inner = (): RxStorage<unknown, unknown> => {
    const database = current();
    if (database === undefined) throw new StorageAway('no book is open');
    return getRxStorageSqlite(database) as unknown as RxStorage<unknown, unknown>;
  };
  return {
    name: 'rapport-sqlite',
    rxdbVersion: RXDB_VERSION,
    createStorageInstance: async (params) => inner().createStorageInstance(params),
  };
}
