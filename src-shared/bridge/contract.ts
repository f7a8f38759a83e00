// The one contract between a window and the host: for each request its input
// parser and its output type, by area in `requests/`, and for each event its payload.
// Adding a request means one entry in its area and one handler in src-main/host/services.

import type { z } from 'zod';

import type { FeedsStatus } from './feed-types.ts';
import type { FileState, HostSettings, StoreCondition } from './host-types.ts';
import { bulkRequests } from './requests/bulk.ts';
import { calendarRequests } from './requests/calendar.ts';
import { draftRequests } from './requests/drafts.ts';
import { eraseRequests } from './requests/erase.ts';
import { feedRequests } from './requests/feeds.ts';
import { handoverRequests } from './requests/handover.ts';
import { historyRequests } from './requests/history.ts';
import { hostRequests } from './requests/host.ts';
import { linkRequests } from './requests/links.ts';
import { mailRequests } from './requests/mail.ts';
import { noticeRequests } from './requests/notices.ts';
import { ownFieldRequests } from './requests/own-fields.ts';
import { recordRequests } from './requests/records.ts';
import { roundRequests } from './requests/rounds.ts';
import { teamRequests } from './requests/team.ts';
import { togetherRequests } from './requests/together.ts';
import { todayRequests } from './requests/today.ts';
import { transferRequests } from './requests/transfer.ts';
import { viewRequests } from './requests/views.ts';
import type { NetConfig } from './team-types.ts';

export const requests = {
  ...hostRequests,
  ...recordRequests,
  ...bulkRequests,
  ...draftRequests,
  ...eraseRequests,
  ...handoverRequests,
  ...transferRequests,
  ...mailRequests,
  ...calendarRequests,
  ...teamRequests,
  ...feedRequests,
  ...linkRequests,
  ...viewRequests,
  ...todayRequests,
  ...roundRequests,
  ...historyRequests,
  ...ownFieldRequests,
  ...togetherRequests,
  ...noticeRequests,
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
  'settings.changed': HostSettings;
  'store.condition': StoreCondition;
  /** Very much was written at once: open the database again instead of hearing of each change. */
  'store.many': Record<string, never>;
  /** What a view shows may have changed: ask again. At most four times a second. */
  'views.changed': Record<string, never>;
  /** Of the search for doubles, from 0 to 1. */
  'doubles.progress': { part: number };
  /** The database was replaced (a restore): reload the page. */
  'store.replaced': Record<string, never>;
  /** Ask for `team.info` again. */
  'team.changed': Record<string, never>;
  /** A file is coming from a teammate, has come, or nobody has it. */
  'files.changed': FileState;
  /** Feeds were looked at, or are being. */
  'feeds.changed': FeedsStatus;
  /** A calendar was read, or could not be. */
  'calendars.changed': Record<string, never>;
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
/** Says something to every window. */
export type Emit = <N extends EventName>(name: N, payload: HostEvents[N]) => void;
