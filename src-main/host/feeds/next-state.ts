// How it stands with a feed after a look, and when to look again.

import { postedAt } from '../../../src-shared/feeds/feed-date.ts';
import {
  nextAfterFailure,
  nextAfterSuccess,
  resetAt,
  retryAfter,
  rhythmOf,
} from '../../../src-shared/feeds/plan.ts';
import { type FeedState, withoutTrouble } from '../../../src-shared/feeds/state.ts';
import type { Got } from './get-feed.ts';

/** Nobody else needs to look before this device is clearly late. */
const graceMs = 20 * 60_000;

export function nextState(
  state: FeedState,
  got: Got,
  now: number,
  random: number,
  device: string,
): FeedState {
  const looked = {
    ...state,
    lookedAt: now,
    lookedBy: device,
    outcome: got.outcome,
    holder: device,
  };
  if (got.outcome === 'gone') {
    const { nextAt: _, ...ended } = looked;
    return { ...ended, detail: '410' };
  }
  const headers = got.answer?.headers ?? {};
  if (got.outcome !== 'ok' && got.outcome !== 'unchanged') {
    const failures = (state.failures ?? 0) + 1;
    const failingSince = state.failingSince ?? now;
    const notBefore =
      retryAfter(headers['retry-after'], now) ??
      resetAt(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'], now);
    const nextAt = nextAfterFailure(now, { failures, failingSince, notBefore }, random);
    const { detail: _, ...rest } = looked;
    const detail = got.detail === undefined ? {} : { detail: got.detail };
    return { ...rest, ...detail, failures, failingSince, nextAt, until: nextAt + graceMs };
  }
  const moved = got.answer.movedTo;
  const move =
    moved === undefined
      ? {}
      : { movedTo: moved, movedCount: state.movedTo === moved ? (state.movedCount ?? 0) + 1 : 1 };
  const calm = { ...withoutTrouble(looked), fetchedAt: now, ...move };
  const known = got.outcome === 'ok' ? toldBy(got, calm, now) : calm;
  const nextAt = nextAfterSuccess(
    now,
    {
      maxAge: maxAgeOf(headers['cache-control']),
      askedInterval: got.outcome === 'ok' ? got.feed.askedInterval : undefined,
      isConditional: known.etag !== undefined || known.modified !== undefined,
      rhythm: known.rhythm,
    },
    random,
  );
  return { ...known, nextAt, until: nextAt + Math.max(graceMs, (nextAt - now) / 4) };
}

/** What a feed that came tells about itself. */
function toldBy(
  { feed, answer, profile, isProfiled }: Extract<Got, { outcome: 'ok' }>,
  state: FeedState,
  now: number,
): FeedState {
  const times = feed.items.flatMap(({ published }) =>
    published === undefined ? [] : [postedAt(published, now)],
  );
  const rhythm = rhythmOf(times);
  const newestAt = Math.max(0, state.newestAt ?? 0, ...times);
  const { etag, 'last-modified': modified } = answer.headers;
  const { etag: _etag, modified: _modified, ...rest } = state;
  return {
    ...rest,
    title: feed.title,
    home: feed.home,
    profile,
    ...(isProfiled ? { profiledAt: now } : {}),
    // As they came: an ETag's quotes are part of it. Absent means absent.
    ...(etag === undefined ? {} : { etag: etag.slice(0, 500) }),
    ...(modified === undefined ? {} : { modified: modified.slice(0, 100) }),
    ...(rhythm === undefined ? {} : { rhythm }),
    ...(newestAt === 0 ? {} : { newestAt }),
  };
}

function maxAgeOf(header: string | undefined): number | undefined {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
