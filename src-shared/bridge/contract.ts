// The one contract between a window and the host: for each request its input
// parser and its output type, for each event its payload. Adding a request means
// one entry here and one handler in src-main/host/services.

import { z } from 'zod';

import { commandSchema, type Done } from '../records/command.ts';
import {
  type ImportFileInfo,
  importOptionsSchema,
  type ImportPreview,
  type ImportReport,
  type PlannedRow,
  rowDecisionSchema,
} from '../transfer/import-types.ts';
import { type ExportCheck, exportRequestSchema } from '../transfer/export-types.ts';
import type {
  BackupInfo,
  CheckReport,
  HostInfo,
  HostSettings,
  SearchAnswer,
  StoreCondition,
} from './host-types.ts';
import { settingsPatchSchema } from './host-types.ts';
import type { FeedLogEntry, FeedPreview, FeedsStatus, OpmlFeed } from './feed-types.ts';
import type { FileState } from './host-types.ts';
import type { Finding, NetConfig, TeamInfo } from './team-types.ts';

const requestOf = <Input extends z.ZodType>(input: Input) => ({
  /** The output is a type only: it travels in no message. */
  to: <Output>() => ({ input, output: undefined as unknown as Output }),
});
const nothing = z.object({}).strict();
const file = z.object({ file: z.string().max(64) });
const hash = z.string().regex(/^[\da-f]{64}$/);
const label = z.string().trim().min(1).max(100);
const device = z.object({ device: z.string().min(1).max(64) });
const link = z.object({ link: z.string().min(1).max(64) });

export const requests = {
  'host.info': requestOf(nothing).to<HostInfo>(),
  'command.run': requestOf(z.object({ command: commandSchema })).to<Done>(),
  'history.peek': requestOf(nothing).to<{ undo: string | null; redo: string | null }>(),
  'search.run': requestOf(
    z.object({
      text: z.string().max(500),
      collections: z.array(z.enum(['people', 'groups', 'ties', 'moments', 'posts'])).optional(),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
  ).to<SearchAnswer>(),

  /** Ids of everybody who is there, or carries a key: for ticking them all. */
  'people.ids': requestOf(z.object({ key: z.string().max(200).optional() })).to<{
    ids: string[];
  }>(),

  // import: a file is handed over in pieces, looked at, then applied as one action
  'import.open': requestOf(
    z.object({ name: z.string().max(1_000), size: z.number().int().min(0) }),
  ).to<{ file: string }>(),
  'import.piece': requestOf(file.extend({ bytes: z.instanceof(Uint8Array) })).to<{
    received: number;
  }>(),
  'import.read': requestOf(file.extend({ options: importOptionsSchema })).to<ImportFileInfo>(),
  'import.plan': requestOf(file.extend({ options: importOptionsSchema })).to<ImportPreview>(),
  'import.rows': requestOf(
    file.extend({
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
      only: z.enum(['create', 'update', 'skip', 'cannot']).optional(),
    }),
  ).to<{ rows: PlannedRow[]; total: number }>(),
  'import.decide': requestOf(
    file.extend({ decisions: z.array(rowDecisionSchema).max(100_000) }),
  ).to<ImportPreview>(),
  'import.apply': requestOf(file).to<ImportReport>(),
  'import.rejected': requestOf(file).to<{ csv: string }>(),
  'import.cancel': requestOf(file).to<null>(),
  'import.close': requestOf(file).to<null>(),

  'export.check': requestOf(exportRequestSchema).to<ExportCheck>(),
  'export.make': requestOf(exportRequestSchema).to<{
    file: string;
    name: string;
    mime: string;
    size: number;
    rows: number;
  }>(),
  'export.piece': requestOf(file.extend({ from: z.number().int().min(0) })).to<{
    bytes: Uint8Array;
    last: boolean;
  }>(),

  'settings.read': requestOf(nothing).to<HostSettings>(),
  'settings.write': requestOf(settingsPatchSchema).to<HostSettings>(),
  'backup.list': requestOf(nothing).to<BackupInfo[]>(),
  'backup.make': requestOf(
    z.object({ passphrase: z.string().min(1).max(1_000).optional() }),
  ).to<BackupInfo>(),
  'backup.restore': requestOf(
    z.object({ name: z.string().max(200), passphrase: z.string().max(1_000).optional() }),
  ).to<null>(),
  /** Only while the book is damaged: it is put aside and an empty one begins. */
  'store.startAnew': requestOf(nothing).to<{ aside: string }>(),
  'store.check': requestOf(nothing).to<CheckReport>(),
  'sample.load': requestOf(nothing).to<{ count: number }>(),
  'sample.remove': requestOf(nothing).to<{ count: number }>(),

  // team: who belongs to it, who asks to join, how in step everybody is
  'team.info': requestOf(nothing).to<TeamInfo>(),
  'team.make': requestOf(
    z.object({ name: label, memberName: label, share: z.enum(['everything', 'nothing']) }),
  ).to<null>(),
  'team.invite': requestOf(nothing).to<null>(),
  'team.uninvite': requestOf(nothing).to<null>(),
  'team.ask': requestOf(
    z.object({ words: z.string().max(400), memberName: label, address: z.string().max(200) }),
  ).to<null>(),
  'team.stopAsking': requestOf(nothing).to<null>(),
  'team.answer': requestOf(z.object({ ask: z.string().max(64), accept: z.boolean() })).to<null>(),
  'team.profile': requestOf(
    z.object({ memberName: label, deviceName: label, colour: z.string().regex(/^#[\da-f]{6}$/) }),
  ).to<null>(),
  'team.role': requestOf(device.extend({ role: z.enum(['owner', 'member']) })).to<null>(),
  'team.remove': requestOf(device).to<null>(),
  'team.leave': requestOf(nothing).to<null>(),
  'team.pause': requestOf(z.object({ paused: z.boolean() })).to<null>(),
  'team.compare': requestOf(nothing).to<null>(),
  'team.reach': requestOf(
    z.object({
      addresses: z.array(z.string().max(200)).max(50),
      signaling: z.string().max(500),
      turn: z
        .object({
          url: z.string().max(500),
          username: z.string().max(200),
          credential: z.string().max(500),
        })
        .nullable(),
    }),
  ).to<null>(),
  'team.doctor': requestOf(nothing).to<Finding[]>(),

  // the team's records as a file; it is fetched and handed over like exports and imports
  'bundle.make': requestOf(z.object({ isNews: z.boolean() })).to<{
    file: string;
    name: string;
    mime: string;
    size: number;
    rows: number;
  }>(),
  'bundle.read': requestOf(file).to<{ received: number; written: number; refused: number }>(),

  // feeds: what people say in public, fetched by this laptop
  'feeds.preview': requestOf(
    z.object({
      text: z.string().max(2_000),
      hint: z.string().max(40).default(''),
      /** The one private address that the owner has just allowed. */
      allowed: z.string().max(60).optional(),
    }),
  ).to<FeedPreview>(),
  'feeds.allow': requestOf(
    z.object({ url: z.string().max(2_000), address: z.string().max(60).nullable() }),
  ).to<null>(),
  'feeds.look': requestOf(z.object({ owner: z.string().max(64).optional() })).to<{
    asked: number;
  }>(),
  'feeds.status': requestOf(nothing).to<FeedsStatus>(),
  'feeds.log': requestOf(nothing).to<FeedLogEntry[]>(),
  'feeds.opmlRead': requestOf(z.object({ text: z.string().max(10_000_000) })).to<OpmlFeed[]>(),
  'feeds.opmlMake': requestOf(nothing).to<{ text: string }>(),
  'feeds.answerProposal': requestOf(
    z.object({ id: z.string().max(64), answer: z.enum(['taken', 'dismissed']) }),
  ).to<null>(),
  /** Without `ids` all of the owner's; without `owner` everybody's. */
  'posts.mark': requestOf(
    z.object({
      owner: z.string().max(64).optional(),
      ids: z.array(z.string().max(64)).max(1_000).optional(),
      isRead: z.boolean(),
    }),
  ).to<null>(),
  'posts.mute': requestOf(z.object({ owner: z.string().max(64), isMuted: z.boolean() })).to<null>(),
  'posts.picture': requestOf(
    z.object({ url: z.string().max(2_000), feed: z.string().max(2_000) }),
  ).to<{ state: 'raw' | 'kept'; bytes: Uint8Array }>(),
  'posts.keepPicture': requestOf(
    z.object({ url: z.string().max(2_000), bytes: z.instanceof(Uint8Array) }),
  ).to<null>(),

  // attached files: brought by import.open and import.piece, taken by export.piece
  'files.keep': requestOf(file).to<{ hash: string; size: number }>(),
  'files.states': requestOf(z.object({ hashes: z.array(hash).max(1_000) })).to<FileState[]>(),
  'files.want': requestOf(z.object({ hash })).to<FileState>(),
  'files.take': requestOf(z.object({ hash })).to<{ file: string; size: number }>(),

  // links: the window carries bytes between this host and a teammate's, unread
  'net.config': requestOf(nothing).to<NetConfig | null>(),
  /** y-webrtc's signaling, to this host's own hub; `client` is new for each provider. */
  'hub.say': requestOf(z.object({ client: z.string().max(80), message: z.unknown() })).to<null>(),
  'hub.leave': requestOf(z.object({ client: z.string().max(80) })).to<null>(),
  'link.open': requestOf(
    link.extend({
      fingerprints: z.tuple([z.string().max(200), z.string().max(200)]),
      epoch: z.string().max(64),
      purpose: z.enum(['records', 'note']),
    }),
  ).to<null>(),
  'link.in': requestOf(link.extend({ bytes: z.instanceof(Uint8Array) })).to<null>(),
  'link.close': requestOf(link).to<null>(),
} as const;

/** What the host says unasked. */
export type HostEvents = {
  /** Long work: `done` of `total` in rows; `total` 0 while unknown. */
  progress: {
    file: string;
    phase: 'reading' | 'planning' | 'writing' | 'exporting';
    done: number;
    total: number;
  };
  'store.condition': StoreCondition;
  /** Very much was written at once: open the database anew instead of hearing of each change. */
  'store.many': Record<string, never>;
  /** The database was replaced (a restore): load the page anew. */
  'store.replaced': Record<string, never>;
  /** Ask for `team.info` again. */
  'team.changed': Record<string, never>;
  /** A file is coming from a teammate, has come, or nobody has it. */
  'files.changed': FileState;
  /** Feeds were looked at, or are being. */
  'feeds.changed': FeedsStatus;
  'net.config': { config: NetConfig | null };
  /**
   * A way to teammates has opened: let them hear of this window now. `isMoved`: this
   * machine has changed its network or slept, so old connections may be dead.
   */
  'net.meet': { isMoved: boolean };
  'hub.heard': { client: string; message: unknown };
  'link.out': { link: string; bytes: Uint8Array };
  /** `device`: who is at the other end, proven; null: refused, or the link is over. */
  'link.state': { link: string; device: string | null };
};

export type RequestName = keyof typeof requests;
export type InputOf<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
export type ParsedInputOf<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type OutputOf<N extends RequestName> = (typeof requests)[N]['output'];
export type EventName = keyof HostEvents;
