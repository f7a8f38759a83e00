// What a host does by itself while it runs: today's backup, an emptied trash, old posts,
// files and books put aside dropped, and now and then a look through the book's file for damage.

import { dropOldPosts } from '../../src-shared/feeds/drop-old.ts';
import type { CommandContext } from '../../src-shared/records/context.ts';
import {
  type DaysInUse,
  isClockSteady,
  noteUse,
  seenLongEnough,
} from '../../src-shared/records/days-in-use.ts';
import { settleAllMerged } from '../../src-shared/records/merged.ts';
import { emptyOldTrash } from '../../src-shared/records/purge.ts';
import { asideDays } from '../../src-shared/bridge/erase-types.ts';
import { asideNames, dropAside } from './book/backup/aside.ts';
import type { RecordStore } from '../../src-shared/store/record-store.ts';
import type { Files } from './attachments/attachments.ts';
import type { Keeper } from './book/open-book.ts';
import type { SettingsFile } from './profile/settings.ts';

export type HousekeepingNeeds = {
  profileDir: string;
  keeper: Keeper;
  settings: SettingsFile;
  files: Files;
  commandContext: () => CommandContext;
  onBug: (error: unknown) => void;
};

const hour = 60 * 60 * 1000;
const firstAfter = 10_000;
const hoursBetweenChecks = 24;

/**
 * Begins a little after the start, then goes on every hour. Returns what ends it, once the step
 * that is under way is done.
 */
export function startHousekeeping(needs: HousekeepingNeeds): () => Promise<void> {
  const { keeper, onBug } = needs;
  // Not at the start, when the owner is waiting.
  let hoursToCheck = 1;

  /** Damage it finds changes the book's condition. */
  const lookForDamage = async (): Promise<void> => {
    const open = keeper.book();
    hoursToCheck -= 1;
    if (!open.ok || hoursToCheck > 0) return;
    hoursToCheck = hoursBetweenChecks;
    await open.value.check();
  };
  let isStopped = false;
  let underWay = Promise.resolve();
  const begin = (steps: readonly (() => Promise<unknown>)[]): void => {
    const work = async (): Promise<void> => {
      for (const step of steps) if (!isStopped) await step();
    };
    underWay = underWay.then(work).catch(onBug);
  };
  const tidy = stepsOf(needs);
  const timer = setInterval(() => begin([...tidy, lookForDamage]), hour);
  const first = setTimeout(() => begin(tidy), firstAfter);
  return () => {
    isStopped = true;
    clearInterval(timer);
    clearTimeout(first);
    return underWay;
  };
}

function stepsOf(needs: HousekeepingNeeds): (() => Promise<unknown>)[] {
  const { profileDir, keeper, settings, files, commandContext } = needs;
  const inBook = (work: (store: RecordStore) => Promise<unknown>) => async () => {
    const open = keeper.book();
    return open.ok ? work(open.value.store) : undefined;
  };
  let since = performance.now();
  let use: DaysInUse = { count: 0, dates: [] };
  const isSteady = (): boolean => isClockSteady(use, Date.now());
  return [
    inBook(() => keeper.backups.makeDaily()),
    // Whatever the clock says, time passes by use (decision 0024).
    inBook(async (store) => {
      const ran = performance.now() - since;
      const noted = await noteUse(store, commandContext(), ran);
      if (!noted.ok) return;
      since += ran;
      use = noted.value;
      await emptyOldTrash(store, commandContext(), use);
      const found = new Map(asideNames(profileDir, Date.now()).map((name) => [name, '']));
      const waiting = { what: 'aside', found, days: asideDays } as const;
      const old = await seenLongEnough(store, commandContext(), use, waiting);
      if (old.ok) dropAside(profileDir, old.value);
    }),
    inBook(settleAllMerged),
    async () => {
      const open = keeper.book();
      if (open.ok && isSteady()) await open.value.history([]).trim(settings.read().keepHistoryDays);
    },
    inBook(async () => (isSteady() ? files.sweep() : undefined)),
    // What goes by dates that others wrote waits for a clock that can be believed.
    inBook((store) =>
      dropOldPosts(store, isSteady() ? settings.read().keepPostsDays : 0, Date.now()),
    ),
  ];
}
