// What was put aside (a book whose place a restore took, a file that could not be read) is kept
// for a while, for whoever can make something of it. Identities and keys are kept for good.

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { asideDays, type KeptCopy } from '../../../../src-shared/bridge/erase-types.ts';

const day = 24 * 60 * 60 * 1000;
const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(?!device\b|team\b|keys\b)/;

/** Books, the newest first. */
export const listAside = (profileDir: string, now: number): KeptCopy[] =>
  readAside(profileDir, now).filter(({ name }) => name.endsWith('.sqlite'));

/** All that is kept for its time only. */
export const asideNames = (profileDir: string, now: number): string[] =>
  readAside(profileDir, now).map(({ name }) => name);

export function dropAside(profileDir: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(profileDir, 'aside', name), { force: true });
}

type Aside = KeptCopy & { until: number };

function readAside(profileDir: string, now: number): Aside[] {
  const folder = join(profileDir, 'aside');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => readName(folder, name, now))
    .toSorted((a, b) => b.at - a.at);
}

/** Where the name is of a time to come (a clock was wrong), the file's own time counts. */
function readName(folder: string, name: string, now: number): Aside[] {
  const [, date, hours, minutes, seconds, ms] = pattern.exec(name) ?? [];
  const said = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${ms}Z`);
  if (Number.isNaN(said)) return [];
  const at = said <= now ? said : Math.min(now, statSync(join(folder, name)).ctimeMs);
  return [{ where: 'aside', name, at, until: at + asideDays * day }];
}
