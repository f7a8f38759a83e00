// Shapes that the host's requests answer with, other than records and transfers.

import type { Cluster } from '../duplicates/clusters.ts';
import type { Mergeable } from '../domain/merging.ts';
import type { Band } from '../duplicates/measure.ts';
import { z } from 'zod';

import { noteTypes, noteWays } from '../notices/note.ts';
import type { ViewCollection } from '../query/view.ts';

export type HostInfo = {
  version: string;
  shell: 'electron' | 'browser';
  /** Absolute path of the folder that holds everything. */
  profileDir: string;
  databaseName: string;
  /** Identity written into provenance. */
  /** `formerIds`: what this laptop wrote records under before. */
  device: { id: string; name: string; formerIds: readonly string[] };
  condition: StoreCondition;
  protection: BookProtection;
  keystore: BookKeystore;
};

/**
 * open: the book is encrypted, and its key lies beside it. passphrase: it takes the passphrase
 * or the recovery words. none: it is not encrypted, for want of room.
 */
export type BookProtection = 'none' | 'open' | 'passphrase';

/** Whether the system's keystore opens the book, too. none: there is no real one. */
export type BookKeystore = 'none' | 'unused' | 'used';

/**
 * ok: all is well. full, read-only, slow: edits are refused until it ends (the host
 * looks again by itself). damaged: the book could not be opened; `backups` names
 * what can be restored. newer: written by a later version; left untouched. no-key: the
 * book is encrypted and the key beside it is missing or another. encrypting: a plain
 * book is being encrypted, `part` of it from 0 to 1 is done. locked: it opens
 * with its passphrase or recovery words.
 */
export type StoreCondition =
  | { state: 'ok' }
  | { state: 'full' | 'read-only' }
  | { state: 'damaged' | 'no-key'; backups: BackupInfo[] }
  | { state: 'encrypting'; part: number }
  | { state: 'locked' | 'newer' };

/** Whether the book can be read. */
export const isReadable = ({ state }: StoreCondition): boolean =>
  state === 'ok' || state === 'full' || state === 'read-only';

/** Of an attached file; `have` in bytes. away: nobody who is connected has it. */
export type FileState = { hash: string; state: 'here' | 'coming' | 'away'; have: number };

/** `groups`: names of the first of them, each of which comes along. `naming`: moments, roles, posts. */
export type ShareReach = { people: number; groups: string[]; groupCount: number; naming: number };

export type SearchHit = {
  collection: ViewCollection;
  id: string;
  kind: string;
  name: string;
  /** On whose page it is shown, where it has none of its own. */
  on?: { collection: 'people' | 'groups'; id: string };
  /** The matching piece of text; matches stand between U+E000 and U+E001. */
  highlight: string;
  /** The field, set or `note` that piece is of, where it is not the name. */
  what?: string;
};
/** Why somebody was found: a record of their own words, or one that is about them. */
export type PersonFound = { id: string; by: SearchHit };
/** `like`: words as they are written that were found instead, where nothing was by those typed. */
export type PeopleFound = { people: PersonFound[]; more: boolean; like?: string[] };
/** How many a search finds in each collection, `mostCounted` at most; none where it finds nothing. */
export type SearchCounts = { counts: { [collection: string]: number } };
export const mostCounted = 100;
export type SearchAnswer = { hits: SearchHit[]; more: boolean; like?: string[] };

/** `name` is the file's name in the backups folder; times in ms since 1970, size in bytes. */
export type BackupInfo = {
  name: string;
  at: number;
  size: number;
  sealed: boolean;
  kind: 'daily' | 'manual';
  /** How many attached files it holds. */
  files: number;
};

/** `problems` are SQLite's own words, at most 100. */
export type CheckReport = { ok: boolean; records: number; problems: string[] };

const sectionIds = z.array(z.string().max(60)).max(60);
const pageLayoutSchema = z.object({ side: sectionIds, main: sectionIds, hidden: sectionIds });
export type PageLayout = z.infer<typeof pageLayoutSchema>;

const clock = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/);
const quietSchema = z.object({
  from: clock,
  until: clock,
  weekends: z.boolean(),
  holidays: z.boolean(),
});
const neverQuiet = { from: '', until: '', weekends: false, holidays: false };

const settings = {
  /** Name written into provenance for what this person does. */
  userName: z.string().max(200),
  /** Of words; empty: as the system. A later version may speak more. */
  language: z.string().max(35),
  /** BCP 47 tag for dates and numbers; empty: as the language. */
  locale: z.string().max(35),
  /** ISO 3166-1 alpha-2, for phone numbers without a country. */
  defaultCountry: z.string().length(2),
  /** The one chosen for the phone numbers of an import; empty: `defaultCountry`. */
  importCountry: z.string().max(2),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether its owner has been through, or past, the questions of the first start. */
  begun: z.boolean(),
  /** Columns of the list of everybody, as field references; empty: the usual ones. */
  peopleColumns: z.array(z.string().min(1).max(200)).max(60),
  /** How wide somebody made them, in px. */
  peopleWidths: z.record(z.string().max(200), z.number().min(0).max(5_000)),
  /** How everybody is shown: table or cards. */
  peopleLayout: z.string().max(40),
  /** What stands at the foot of its columns, by field reference. */
  peopleFeet: z.record(z.string().max(200), z.string().max(40)),
  /** Columns and layout of other lists, by the list. */
  lists: z.record(
    z.string().max(60),
    z.object({
      columns: z
        .array(
          z.object({
            field: z.string().min(1).max(200),
            width: z.number().min(0).max(5_000).optional(),
            footer: z.string().max(40).optional(),
          }),
        )
        .max(60),
      layout: z.string().max(40),
    }),
  ),
  /** Keys that were given to actions in place of their own, by the action; empty: none. */
  actionKeys: z
    .record(z.string().min(1).max(80), z.string().max(40))
    .refine((keys) => Object.keys(keys).length <= 500),
  /** Views that come with Rapport and were taken away on this laptop. */
  hiddenViews: z.array(z.string().max(60)).max(60),
  /** The blocks of a record's page, by kind: their order in each column, and those not shown. */
  pages: z.record(z.string().max(60), pageLayoutSchema),
  /** What was searched for in the palette, the latest first. */
  recentSearches: z.array(z.string().min(1).max(120)).max(12),
  /** Saved column mappings by the file's header signature. */
  mappings: z.record(z.string(), z.record(z.string(), z.string())),
  /** Whether this laptop fetches feeds; unasked until its owner has read what that means. */
  feeds: z.enum(['unasked', 'on', 'off']),
  /** Words in posts that its owner wants to hear of. */
  watchWords: z.array(z.string().max(100)).max(200),
  /** Posts older than so many days are dropped; 0 keeps them. */
  keepPostsDays: z.number().int().min(0).max(10_000),
  /** So many days of the history are kept whole; 0: all of it. */
  keepHistoryDays: z.number().int().min(0).max(10_000),
  /** The address of a map's search page; empty: the computer's own map program. */
  map: z.string().max(500),
  /** Whether a book with a passphrase is locked when the computer sleeps or its screen is locked. */
  lockOnSleep: z.boolean(),
  /** Mail addresses of its owner: by them it is known who wrote to whom. */
  mailOwn: z.array(z.string().max(320)).max(50),
  /** Who writes and is not to be asked about again. */
  mailNever: z.array(z.string().max(320)).max(5_000),
  /** How its owner is told of what; as a toast where nothing is said. */
  noticeWays: z.partialRecord(z.enum(noteTypes), z.enum(noteWays)),
  /** When nobody is told of anything. */
  quiet: quietSchema,
};
export const settingsSchema = z.object({
  userName: settings.userName.default(''),
  language: settings.language.default(''),
  locale: settings.locale.default(''),
  defaultCountry: settings.defaultCountry.default('US'),
  importCountry: settings.importCountry.default(''),
  theme: settings.theme.default('system'),
  begun: settings.begun.default(false),
  peopleColumns: settings.peopleColumns.default([]),
  peopleWidths: settings.peopleWidths.default({}),
  peopleLayout: settings.peopleLayout.default('table'),
  peopleFeet: settings.peopleFeet.default({}),
  lists: settings.lists.default({}),
  actionKeys: settings.actionKeys.default({}),
  hiddenViews: settings.hiddenViews.default([]),
  pages: settings.pages.default({}),
  recentSearches: settings.recentSearches.default([]),
  mappings: settings.mappings.default({}),
  feeds: settings.feeds.default('unasked'),
  watchWords: settings.watchWords.default([]),
  keepPostsDays: settings.keepPostsDays.default(365),
  keepHistoryDays: settings.keepHistoryDays.default(90),
  map: settings.map.default(''),
  lockOnSleep: settings.lockOnSleep.default(false),
  mailOwn: settings.mailOwn.default([]),
  mailNever: settings.mailNever.default([]),
  noticeWays: settings.noticeWays.default({}),
  quiet: settings.quiet.default(neverQuiet),
});
/** Without defaults: what a patch leaves out stays as it is. */
export const settingsPatchSchema = z.object({
  userName: settings.userName.exactOptional(),
  language: settings.language.exactOptional(),
  locale: settings.locale.exactOptional(),
  defaultCountry: settings.defaultCountry.exactOptional(),
  importCountry: settings.importCountry.exactOptional(),
  theme: settings.theme.exactOptional(),
  begun: settings.begun.exactOptional(),
  peopleColumns: settings.peopleColumns.exactOptional(),
  peopleWidths: settings.peopleWidths.exactOptional(),
  peopleLayout: settings.peopleLayout.exactOptional(),
  peopleFeet: settings.peopleFeet.exactOptional(),
  lists: settings.lists.exactOptional(),
  actionKeys: settings.actionKeys.exactOptional(),
  hiddenViews: settings.hiddenViews.exactOptional(),
  pages: settings.pages.exactOptional(),
  recentSearches: settings.recentSearches.exactOptional(),
  mappings: settings.mappings.exactOptional(),
  feeds: settings.feeds.exactOptional(),
  watchWords: settings.watchWords.exactOptional(),
  keepPostsDays: settings.keepPostsDays.exactOptional(),
  keepHistoryDays: settings.keepHistoryDays.exactOptional(),
  map: settings.map.exactOptional(),
  lockOnSleep: settings.lockOnSleep.exactOptional(),
  mailOwn: settings.mailOwn.exactOptional(),
  mailNever: settings.mailNever.exactOptional(),
  noticeWays: settings.noticeWays.exactOptional(),
  quiet: settings.quiet.exactOptional(),
});
export type HostSettings = z.infer<typeof settingsSchema>;

/** Records that may be of one person or organisation; by falling certainty. */
export type DoublesFound = {
  /** How many records were looked through. */
  looked: number;
  /** How many clusters there are; the surest of them are in `clusters`. */
  count: number;
  clusters: DoublesCluster[];
  /** How many values so many share that they were not compared by them. */
  passedOver: number;
};
/** `band`: of the weakest pair. */
export type DoublesCluster = Cluster & {
  band: Band;
  of: Mergeable;
  /** How many moments, ties and other records name each of them, where any does. */
  linked?: { [id: string]: number };
};
