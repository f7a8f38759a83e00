// Keeps the one book of a profile: opens it or says why not, guards every write by
// the disk's condition, and swaps it when a backup is restored.

import { RXDB_VERSION, type RxStorage } from 'rxdb';

import type { StoreCondition } from '../../../src-shared/bridge/host-types.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Backups, Book, CurrentBook } from './book.ts';
import { checkStore } from './recovery/check.ts';
import { bookFacts } from './facts/facts.ts';
import { openViews } from './query/views.ts';
import { failureOfDisk } from './condition/errors.ts';
import { probeDisk } from './condition/probe.ts';
import { type ConditionWatch, refusalOf, watchCondition } from './condition/condition.ts';
import type { StoreDatabase } from './sqlite/open-database.ts';
import { createSqliteRecordStore } from './sqlite/record-store.ts';
import { bookBackups, bookOpening } from './recovery/book.ts';
import { noteData, openOrRecover, startEmpty } from './recovery/recovery.ts';
import { getRxStorageSqlite } from './sqlite/rx-storage.ts';
import { findAll, searchRecords } from './search/search.ts';

const probeEvery = 1_000;

export type Keeper = {
  book: CurrentBook;
  condition: () => StoreCondition;
  backups: Backups & { makeDaily: () => Promise<unknown> };
  /** Follows the book through a restore; refuses to open anything while there is none. */
  storage: RxStorage<unknown, unknown>;
  close: () => Promise<void>;
};

type OpenBook = { database: StoreDatabase; store: RecordStore };

/** Fails only where the disk does not even let the profile be looked at. */
export async function openKeeper(
  profileDir: string,
  onCondition: (condition: StoreCondition) => void,
  /** So much was written at once that windows must read everything again. */
  onMany?: () => void,
  /** Something was written: what views show may have changed. */
  onCommit?: () => void,
): Promise<Result<Keeper>> {
  const backups = bookBackups(profileDir);
  const opening = bookOpening(profileDir, backups);
  const watch = watchCondition({
    probe: () => probeDisk(profileDir),
    backups: () => backups.list(),
    onChange: onCondition,
    every: probeEvery,
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  });
  let open: OpenBook | undefined;

  const openNow = async (): Promise<Result<null>> => {
    const opened = await openOrRecover(opening);
    if (!opened.ok) {
      watch.report(opened.error);
      return opened;
    }
    if (opened.value.state !== 'open') {
      watch.set(opened.value.state === 'damaged' ? opened.value : { state: 'newer' });
      return ok(null);
    }
    const database = opened.value.book;
    const made = await storeOf(database, onMany);
    if (!made.ok) return reported(made, watch);
    const store = made.value;
    if (onCommit !== undefined) store.onCommit(onCommit);
    const note = () => noteData(opening);
    open = { database, store: guarded(store, watch, note) };
    watch.set({ state: 'ok' });
    return ok(null);
  };
  const closeNow = async (): Promise<void> => {
    const closing = open;
    open = undefined;
    await closing?.database.close();
  };

  const first = await openNow();
  if (!first.ok) {
    watch.stop();
    return first;
  }
  return ok({
    condition: () => watch.current(),
    book: () =>
      open === undefined
        ? fail(refusalOf(watch.current()) ?? 'store-closed')
        : ok(bookOf(open, watch)),
    backups: {
      list: () => backups.list(),
      make: (passphrase) => backups.make(passphrase),
      makeDaily: () => makeDaily(backups, watch),
      startEmpty: async () => {
        if (watch.current().state !== 'damaged') return fail('changed-since');
        await closeNow();
        const aside = startEmpty(opening.database, Date.now());
        if (!aside.ok) return aside;
        const opened = await openNow();
        if (!opened.ok) return opened;
        return open === undefined ? fail('store-damaged') : ok({ aside: aside.value });
      },
      restore: (name, passphrase) =>
        backups.restore(name, { close: closeNow, reopen: openNow }, passphrase),
    },
    storage: followingStorage(() => open?.database),
    close: async () => {
      watch.stop();
      await closeNow();
    },
  });
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
  return made;
}

const bookOf = ({ database, store }: OpenBook, watch: ConditionWatch): Book => ({
  store,
  search: (question) => searchRecords(database, question),
  findAll: (collection, text) => findAll(database, collection, text),
  facts: bookFacts(database),
  views: (when) => openViews(database, { ...when, kinds }),
  check: async () => {
    const report = await checkStore(database);
    if (!report.ok) watch.report({ code: 'store-damaged' });
    return report;
  },
});

/** Every write passes the disk's condition; the first one leaves the mark that there is data. */
function guarded(store: RecordStore, watch: ConditionWatch, note: () => void): RecordStore {
  let isNoted = false;
  const guard = async <T>(write: () => Promise<Result<T>>): Promise<Result<T>> => {
    const done = await watch.guard(write);
    if (done.ok && !isNoted) {
      note();
      isNoted = true;
    }
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
    if (database === undefined) throw new Error('no book is open');
    return getRxStorageSqlite(database) as unknown as RxStorage<unknown, unknown>;
  };
  return {
    name: 'rapport-sqlite',
    rxdbVersion: RXDB_VERSION,
    createStorageInstance: async (params) => inner().createStorageInstance(params),
  };
}
