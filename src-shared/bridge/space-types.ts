// How much room everything takes on this laptop, and what attached files are kept by.

import type { RecordStatus } from '../domain/record.ts';

/**
 * What keeps an attached file. record: somebody's files name it. trash: only what is in the trash
 * does. undone: only what was taken back does. nothing: it was taken off, and goes by itself.
 * coming: it is being fetched from a teammate.
 */
export type KeptBy = 'record' | 'trash' | 'undone' | 'nothing' | 'coming';

export type FileOwner = { id: string; kind: string; name: string; status: RecordStatus };

export type SpaceFile = {
  hash: string;
  /** What it takes on the disk, whole or begun. */
  bytes: number;
  keptBy: KeptBy;
  /** As its first owner calls it. */
  name?: string | undefined;
  /** The first of them, and how many there are. */
  owners: FileOwner[];
  ownerCount: number;
  /** When it goes by itself. */
  until?: number | undefined;
};

/** In bytes. What backups share with the attached files is counted once, with the files. */
export type Space = {
  parts: Record<'book' | 'files' | 'backups' | 'aside' | 'rest', number>;
  /** The largest first; `count` of all, and what those take that nothing keeps. */
  files: SpaceFile[];
  count: number;
  free: { count: number; bytes: number };
};
