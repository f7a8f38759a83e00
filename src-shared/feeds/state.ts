// How it stands with one feed of one person, read from and written to its shared record.

import { feedState } from '../domain/feed-state.ts';
import { fieldsOf } from '../domain/kind.ts';
import type { JsonValue, RecordDoc, RecordId } from '../domain/record.ts';
import { makeRecord } from '../records/content.ts';
import type { CommandContext } from '../records/context.ts';
import { withinTime } from '../values/time.ts';
import { feedStateId, type Subscription } from './subscription.ts';

/**
 * What a look came to. ok, unchanged: all is well. gone: it says it has ended. The rest
 * pass on their own or need attention; the window has a line for each.
 */
export const outcomes = [
  'ok',
  'unchanged',
  'gone',
  'missing',
  'refused',
  'busy',
  'server',
  'status',
  'page',
  'not-a-feed',
  'feed-empty',
  'feed-too-large',
  'feed-slow',
  'feed-inside',
  'feed-unreachable',
  'feed-certificate',
  'feed-network',
  'stuck',
] as const;
export type Outcome = (typeof outcomes)[number];

export const isGood = (outcome: string | undefined): boolean =>
  outcome === undefined || outcome === 'ok' || outcome === 'unchanged';

export type Profile = { name?: string; job?: string; place?: string };

/** Times in ms since 1970. */
export type FeedState = {
  url: string;
  said: number;
  holder?: string;
  until?: number;
  lookedAt?: number;
  lookedBy?: string;
  outcome?: Outcome;
  detail?: string;
  /** Absent once the feed has said that it is gone. */
  nextAt?: number;
  failingSince?: number;
  failures?: number;
  fetchedAt?: number;
  etag?: string;
  modified?: string;
  movedTo?: string;
  movedCount?: number;
  title?: string;
  home?: string;
  profile?: Profile;
  profiledAt?: number;
  rhythm?: number;
  newestAt?: number;
  /** See feed-memory.ts. */
  shown?: string[];
  turnovers?: number;
};

/**
 * What its record says, each value of its field's shape, whoever wrote it. Of a state about
 * another address than the feed has now little is of use.
 */
export function stateOf(doc: RecordDoc | undefined, url: string): FeedState {
  const stored = doc ?? { fields: {} };
  const { said = 0, url: about, owner: _, ...plain } = fieldsOf(feedState, stored);
  const { shown, turnovers } = stored.fields as { [field: string]: JsonValue };
  const memory = isTexts(shown) ? { shown } : {};
  if (about !== url) return { url, said, ...memory };
  const { outcome, detail, profile, ...rest } = plain;
  const known = outcomes.find((one) => one === outcome);
  return {
    ...rest,
    url,
    said,
    ...memory,
    ...(typeof turnovers === 'number' ? { turnovers } : {}),
    ...(known === undefined ? {} : { outcome: known }),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(profile === undefined ? {} : { profile: profile as Profile }),
  };
}

const isTexts = (value: JsonValue | undefined): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

export const withoutTrouble = ({
  failingSince: _since,
  failures: _failures,
  detail: _detail,
  movedTo: _to,
  movedCount: _count,
  ...rest
}: FeedState): FeedState => rest;

/** `owner` is the live record: the state is private where it is. */
export function stateDoc(
  owner: RecordDoc,
  { item }: Pick<Subscription, 'item'>,
  state: FeedState,
  context: CommandContext,
): RecordDoc {
  const said = withinTime(Math.max(context.now(), state.said + 1));
  return makeRecord(
    {
      id: feedStateId(owner.id, item, (text) => context.hash(text)) as RecordId,
      kind: 'feed-state',
      scope: owner.scope,
      fields: { ...(state as { [field: string]: JsonValue }), owner: owner.id, said },
    },
    { ...context, source: { type: 'feed', feed: state.url } },
  );
}
