// Which comments are for one reader, and why: read from the comments themselves on the laptop
// where they are read, so that nobody has to send anything, and a month on a USB stick is no
// hindrance. A pure function of records and of what this laptop has put aside.

import { commentedOn, isRemoved, wholeTeam } from '../domain/comment.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';

/**
 * mention: by name. team: everybody was. answer: to a comment of the reader's. yours: about
 * something that the reader made. following: where the reader was mentioned, spoke, or asked to follow.
 */
export const reasons = ['mention', 'team', 'answer', 'yours', 'following'] as const;
export type Reason = (typeof reasons)[number];

export type ForMe = {
  /** The comment's id. */
  id: string;
  /** What it is about. */
  on: string;
  why: Reason;
  /** When it was written, and when it came to matter to the reader (ms since 1970). */
  at: number;
  state: 'open' | 'done' | 'later';
  /** Until when it was put off. */
  until?: number;
  /** When it came back after it had been put off. */
  back?: number;
  /** Who of others answered after it, the last one, where the reader has not. */
  answeredBy?: { by: string; device: string; at: number };
};

/** What this laptop remembers of one comment. */
export type Notice = { state: 'done' | 'later'; until?: number; why: string };

export type Reader = {
  /** Their laptops: this one, the ones it was before, and those of the same name. */
  devices: ReadonlySet<string>;
  /** By the id of a record: true where they asked to follow, false where they asked not to. */
  follows: ReadonlyMap<string, boolean>;
  notices: ReadonlyMap<string, Notice>;
};

/**
 * `comments`: live ones. `madeBy`: the device that made a record, by its id. The newest first,
 * those of one time by id.
 */
export function forMe(
  comments: readonly RecordDoc[],
  madeBy: ReadonlyMap<string, string>,
  reader: Reader,
  now: number,
): ForMe[] {
  const threads = Map.groupBy(comments, commentedOn);
  const byId = new Map(comments.map((one) => [one.id as string, one]));
  const isOwn = ({ origin }: Pick<RecordDoc, 'origin'>): boolean =>
    reader.devices.has(origin.device);
  return [...threads]
    .flatMap(([on, thread]) => {
      const isInIt = thread.some((one) => isOwn(one) || isNamed(one, reader));
      return thread.flatMap((one): ForMe[] => {
        if (isOwn(one) || isRemoved(one)) return [];
        const why = reasonOf(one, { on, isInIt, byId, madeBy, reader });
        if (why === undefined) return [];
        const answer = thread
          .filter((other) => other.at > one.at && other.id !== one.id && !isRemoved(other))
          .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        const last = answer.at(-1);
        return [
          {
            id: one.id,
            on,
            why,
            at: one.at,
            ...stateOf(reader.notices.get(one.id), why, now),
            ...(last === undefined || answer.some(isOwn)
              ? {}
              : { answeredBy: { by: last.origin.by, device: last.origin.device, at: last.at } }),
          },
        ];
      });
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

const mentionsOf = ({ sets }: RecordDoc): string[] =>
  (sets['mentions'] ?? []).map(({ value }) => value);

const isNamed = (one: RecordDoc, { devices }: Reader): boolean =>
  mentionsOf(one).some((id) => devices.has(id));

type Seen = {
  on: string;
  isInIt: boolean;
  byId: ReadonlyMap<string, RecordDoc>;
  madeBy: ReadonlyMap<string, string>;
  reader: Reader;
};

function reasonOf(one: RecordDoc, seen: Seen): Reason | undefined {
  const { on, isInIt, byId, madeBy, reader } = seen;
  if (isNamed(one, reader)) return 'mention';
  if (mentionsOf(one).includes(wholeTeam)) return 'team';
  const wish = reader.follows.get(on);
  if (wish === false) return undefined;
  const replyTo = one.fields['replyTo'];
  const answered = typeof replyTo === 'string' ? byId.get(replyTo) : undefined;
  if (answered !== undefined && reader.devices.has(answered.origin.device)) return 'answer';
  if (reader.devices.has(madeBy.get(on) ?? '')) return 'yours';
  return isInIt || wish === true ? 'following' : undefined;
}

const isCalled = (why: string): boolean => why === 'mention' || why === 'team';

/** Who is mentioned later, in a comment that was put aside, has something new to read. */
function stateOf(
  notice: Notice | undefined,
  why: Reason,
  now: number,
): Pick<ForMe, 'state' | 'until' | 'back'> {
  if (notice === undefined || (isCalled(why) && !isCalled(notice.why))) return { state: 'open' };
  if (notice.state === 'done') return { state: 'done' };
  const { until } = notice;
  if (until === undefined) return { state: 'open' };
  return until <= now ? { state: 'open', back: until } : { state: 'later', until };
}

/** As it is kept; undefined for what is none. */
export function noticeOf({ fields }: Pick<RecordDoc, 'fields'>): Notice | undefined {
  const { state, until, why } = fields;
  if (state !== 'done' && state !== 'later') return undefined;
  return {
    state,
    why: text(why),
    ...(typeof until === 'number' ? { until } : {}),
  };
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
