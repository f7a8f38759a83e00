// The backups folder: `daily-TIME.sqlite`, `manual-TIME.sqlite`, `manual-TIME.sealed`.
// The time stands in the name because copying a folder changes the files' own times.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { BackupInfo } from '../../../../src-shared/bridge/host-types.ts';
import { countHeld } from './held-files.ts';

const pattern =
  /^(daily|manual)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.(sqlite|sealed)$/;
export const dailyKept = 14;
const dayMs = 24 * 60 * 60 * 1000;

/** `at` in ms since 1970. */
export function backupName(kind: BackupInfo['kind'], at: number, isSealed: boolean): string {
  const time = new Date(at).toISOString().replace(/[:.]/g, '-');
  return `${kind}-${time}.${isSealed ? 'sealed' : 'sqlite'}`;
}

/** Newest first; files of other names are left alone and not named. */
export function listBackups(folder: string): BackupInfo[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => readBackupName(folder, name))
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

function readBackupName(folder: string, name: string): BackupInfo[] {
  const [, kind, day, hours, minutes, seconds, ms, ending] = pattern.exec(name) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  if ((kind !== 'daily' && kind !== 'manual') || Number.isNaN(at)) return [];
  const { size } = statSync(join(folder, name));
  const files = countHeld(folder, name);
  return [{ name, at, size, sealed: ending === 'sealed', kind, files }];
}

/** Whether no daily backup of this day (UTC) is there. */
export function isDailyDue(backups: readonly BackupInfo[], now: number): boolean {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return !backups.some((backup) => backup.kind === 'daily' && day(backup.at) === day(now));
}

/**
 * The daily backups beyond the newest 14. Those dated in the future (a clock was
 * wrong then or is wrong now) count as the oldest, and the one just made always stays.
 */
export function surplusDaily(backups: readonly BackupInfo[], now: number): string[] {
  const age = (backup: BackupInfo) => (backup.at > now ? -1 : backup.at);
  return backups
    .filter((backup) => backup.kind === 'daily')
    .sort((a, b) => age(b) - age(a) || b.at - a.at)
    .slice(dailyKept)
    .map((backup) => backup.name);
}

/**
 * About when a backup is removed, where one is made every day from now on. Undefined: never
 * by itself.
 */
export function goneAfter(
  backups: readonly BackupInfo[],
  { kind, at }: BackupInfo,
  now: number,
): number | undefined {
  if (kind !== 'daily') return undefined;
  const newer = backups.filter((other) => other.kind === 'daily' && other.at > at).length;
  return now + Math.max(0, dailyKept - newer) * dayMs;
}

/** Makes the folder and removes what an interrupted backup left. */
export function prepareBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (name.includes('.part')) rmSync(join(folder, name), { force: true });
  }
}
