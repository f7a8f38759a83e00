// What a host does by itself while it runs: today's backup, an emptied trash, old posts,
// files and books put aside dropped, and now and then a look through the book's file for damage.

import { dropOldPosts } from '../../src-shared/feeds/drop-old.ts';
import type { CommandContext } from '../../src-shared/records/context.ts';
import { settleAllMerged } from '../../src-shared/records/merged.ts';
import { emptyOldTrash } from '../../src-shared/records/purge.ts';
import { dropOldAside } from './book/backup/aside.ts';
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

/** Begins a little after the start, then goes on every hour. Returns what ends it. */
export function startHousekeeping(needs: HousekeepingNeeds): () => void {
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
  const everyHour = async (): Promise<void> => {
    await tidy(needs);
    await lookForDamage();
  };
  const timer = setInterval(() => void everyHour().catch(onBug), hour);
  const first = setTimeout(() => void tidy(needs).catch(onBug), firstAfter);
  return () => {
    clearInterval(timer);
    clearTimeout(first);
  };
}

async function tidy({
  profileDir,
  keeper,
  settings,
  files,
  commandContext,
}: HousekeepingNeeds): Promise<void> {
  const open = keeper.book();
  if (!open.ok) return;
  await keeper.backups.makeDaily();
  dropOldAside(profileDir, Date.now());
  await emptyOldTrash(open.value.store, commandContext());
  await settleAllMerged(open.value.store);
  await files.sweep();
  await dropOldPosts(open.value.store, settings.read().keepPostsDays, Date.now());
}
