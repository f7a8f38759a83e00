// The host: one profile's lock, book, settings and services, and the windows that are
// joined to them. Runs in Electron's utility process, in the browser shell and in
// tests alike.

import type { Emit } from '../../src-shared/bridge/contract.ts';
import type { Port } from '../../src-shared/bridge/port.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { databaseName } from '../../src-shared/schema/collections.ts';
import { openKeeper } from './book/open-book.ts';
import { openRooms, type RoomOptions, type Rooms } from './rooms.ts';
import { lockProfile } from './profile/lock.ts';
import { throttled } from './pace.ts';
import { createWindows, type Windows } from './windows.ts';

export type Host = {
  attach: (port: Port) => void;
  /** Tells a second start where this one can be reached. */
  announce: (port: number) => void;
  /** The computer goes to sleep, or its screen is locked. */
  asleep: () => void;
  close: () => Promise<void>;
};

/** A newcomer gets everything in a few large transactions, one after the other. */
const manyEvery = 1_500;
/** What lies outside the book of those who were erased is looked for at most so often. */
const sweepEvery = 200;
/** Whoever shows a view asks again at most so often. */
const viewsEvery = 250;

/** Fails with `store-locked` when another process has the profile, or with the disk's trouble. */
export async function openHost(options: RoomOptions): Promise<Result<Host>> {
  const lock = lockProfile(options.profileDir);
  if (!lock.ok) return lock;
  let windows: Windows | undefined;
  const emit: Emit = (name, payload) => windows?.emit(name, payload);
  let onOpened = (): void => undefined;
  let rooms: Rooms | undefined;
  const tellViews = throttled(() => emit('views.changed', {}), viewsEvery);
  const sweepErased = throttled(() => void rooms?.sweepErased().catch(options.onBug), sweepEvery);
  const keeper = await openKeeper(
    options.profileDir,
    {
      onCondition: (condition) => emit('store.condition', condition),
      onMany: throttled(() => emit('store.many', {}), manyEvery),
      onCommit: () => {
        tellViews();
        sweepErased();
      },
      onOpened: () => onOpened(),
    },
    options.keystore,
  );
  if (!keeper.ok) {
    lock.value.release();
    return keeper;
  }
  const opened = openRooms(options, keeper.value, emit);
  rooms = opened;
  onOpened = () => void opened.bookReplaced().catch(options.onBug);
  const { storage } = keeper.value;
  const { handlers } = opened;
  const joined = createWindows({ handlers, storage, databaseName, onBug: options.onBug });
  windows = joined;

  return ok({
    attach: joined.attach,
    announce: lock.value.announce,
    asleep: () => void rooms.asleep().catch(options.onBug),
    close: async () => {
      await opened.close();
      await joined.close();
      await keeper.value.close();
      lock.value.release();
    },
  });
}
