// When to look at a feed again. Polite first: never before the server wishes, seldom
// where little is posted, patient with what fails. Times are ms; nothing here has a clock.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Failing for so long without a break is no longer a bad day. */
export const patience = 14 * day;
/** Nobody may ask a feed more often by hand. */
export const leastByHand = 5 * minute;
/** Nor does a laptop by itself, whatever records say: the shortest wait there is. */
export const leastByItself = 30 * minute;
/** A profile changes seldom; it is asked for once a day at most. */
export const leastForProfile = day;

/** Beyond it nobody waits, with all that is added: a week, jitter and a quarter of grace. */
export const longestWait = 14 * day;

export type Wishes = {
  /** Cache-Control max-age and the feed's own ttl, in ms. */
  maxAge?: number | undefined;
  askedInterval?: number | undefined;
  /** The server answers conditional requests: asking again costs it little. */
  isConditional: boolean;
  /** ms between posts, as measured; undefined while unknown. */
  rhythm?: number | undefined;
};

/** `random` in [0, 1). */
export function nextAfterSuccess(now: number, wishes: Wishes, random: number): number {
  const least = wishes.isConditional ? hour : day;
  const wished = Math.min(Math.max(wishes.maxAge ?? 0, wishes.askedInterval ?? 0), 7 * day);
  const paced = Math.min(Math.max((wishes.rhythm ?? 4 * hour) / 4, hour), day);
  return now + jittered(Math.max(least, wished, paced), random);
}

export type Trouble = {
  /** How often in a row, this time included. */
  failures: number;
  failingSince: number;
  /** What the server asked for: absolute time, ms since 1970. */
  notBefore?: number | undefined;
};

/** Twice as long each time, up to a day; once a week when it has failed for two weeks. */
export function nextAfterFailure(now: number, trouble: Trouble, random: number): number {
  const wait = Math.min(leastByItself * 2 ** Math.min(trouble.failures - 1, 10), day);
  const isLong = now - trouble.failingSince > patience;
  const next = now + jittered(isLong ? 7 * day : wait, random);
  return Math.max(next, Math.min(trouble.notBefore ?? 0, now + 7 * day));
}

/** A tenth to either side, so that many feeds do not come at the same moment; never sooner than asked. */
const jittered = (interval: number, random: number): number =>
  Math.round(interval * (1 + random * 0.2));

/** Median time between the newest posts; undefined below three. */
export function rhythmOf(times: readonly number[]): number | undefined {
  const newest = [...new Set(times)].toSorted((a, b) => b - a).slice(0, 20);
  if (newest.length < 3) return undefined;
  const gaps = newest.slice(1).map((at, index) => (newest[index] ?? at) - at);
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Seconds or an HTTP date (RFC 9110 10.2.3); undefined when it is neither. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return now + Number(header.trim()) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : at;
}

/** X-RateLimit-Reset as seconds since 1970, seconds from now or an ISO time: all three are in use. */
export function resetAt(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (!/^\d+(?:\.\d+)?$/.test(text)) return retryAfter(text, now);
  const seconds = Number(text);
  return seconds > 1e9 ? seconds * 1000 : now + seconds * 1000;
}

/** Somebody who used to post and has not for long. `rhythm` and the answer in ms. */
export function isQuiet(newestAt: number, rhythm: number | undefined, now: number): boolean {
  return now - newestAt > Math.max(30 * day, (rhythm ?? 0) * 4);
}
