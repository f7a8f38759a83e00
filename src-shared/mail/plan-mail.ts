// What would come of mails, counted exactly: who of the book they are with, what is left out
// and why. A pure decision over what was read and what the book says.

import { addressKeys, isRoleAddress, plainAddress } from './addresses.ts';
import type { MailMade } from './mail-moment.ts';
import type { MailAddress, MailHead } from './mail-types.ts';
import { guessOwn } from './own-addresses.ts';
import { type MailOptions, type MailPreview, type MailSkip, mailSkips } from './plan-types.ts';
import { threadsOf } from './threads.ts';

export type KnownMail = {
  /** Ids of living people by an address of theirs, in lower case. */
  peopleByAddress: ReadonlyMap<string, readonly string[]>;
  /** Whether a mail is in the book already, in either scope. */
  isHere: (key: string) => boolean;
  /** Own addresses that were said before. */
  own: readonly string[];
  /** Strangers who are not to be asked about again. */
  never: readonly string[];
  /** Beginning of a day in a zone, ms since 1970. */
  startOf: (day: string, zone: string) => number;
};

export type MailPlan = {
  preview: Omit<MailPreview, 'files' | 'begun' | 'refused' | 'messages' | 'size'>;
  /** What is made of which head, the eldest first. */
  makes: { head: number; made: MailMade }[];
};

const mostListed = 200;

export function planMail(
  heads: readonly MailHead[],
  options: MailOptions,
  known: KnownMail,
): MailPlan {
  const said = options.own ?? known.own;
  const own = said.length > 0 ? [...said] : guessOwn(heads);
  const ownKeys = new Set(own.map(plainAddress));
  const isOwn = ({ address }: MailAddress): boolean => ownKeys.has(plainAddress(address));
  const peopleOf = (address: string): readonly string[] =>
    addressKeys(address)
      .map((key) => known.peopleByAddress.get(key))
      .find((ids) => ids !== undefined) ?? [];
  const since =
    options.since === undefined ? undefined : known.startOf(options.since, options.zone);
  const threads = threadsOf(heads);
  const skips = Object.fromEntries(
    mailSkips.map((why) => [why, 0]),
  ) as MailPlan['preview']['skips'];
  const strangers = createStrangers(new Set(known.never.map(plainAddress)));
  const seen = new Set<string>();
  const makes: MailPlan['makes'] = [];
  for (const [at, head] of heads.entries()) {
    const others = [...head.from, ...head.to, ...head.cc].filter((one) => !isOwn(one));
    const people = [...new Set(others.flatMap(({ address }) => peopleOf(address)))];
    const why = skipOf(head, { people, others, since, seen, isHere: known.isHere });
    seen.add(head.key);
    if (why !== undefined) skips[why] += 1;
    if (why === undefined || why === 'unknown')
      strangers.note(others.filter(({ address }) => peopleOf(address).length === 0));
    if (why !== undefined || head.at === undefined) continue;
    const direction = head.from.some(isOwn) ? 'out' : 'in';
    const thread = threads[at] ?? head.key;
    makes.push({
      head: at,
      made: { at: head.at, people, direction, thread, scope: options.scope },
    });
  }
  makes.sort((a, b) => a.made.at - b.made.at);
  const preview = {
    ...countsOf(heads, makes),
    skips,
    strangers: strangers.list(),
    strangersCount: strangers.count(),
    own: { addresses: own, isGuessed: said.length === 0 },
  };
  return { preview, makes };
}

type Seen = {
  people: readonly string[];
  others: readonly MailAddress[];
  since: number | undefined;
  seen: ReadonlySet<string>;
  isHere: KnownMail['isHere'];
};

function skipOf(
  head: MailHead,
  { people, others, since, seen, isHere }: Seen,
): MailSkip | undefined {
  if (seen.has(head.key)) return 'twice';
  if (head.at === undefined) return 'undated';
  if (since !== undefined && head.at < since) return 'before';
  if (head.isNewsletter) return 'newsletter';
  if (isHere(head.key)) return 'here';
  if (people.length > 0) return undefined;
  return others.length > 0 && others.every(({ address }) => isRoleAddress(address))
    ? 'role'
    : 'unknown';
}

function countsOf(heads: readonly MailHead[], makes: MailPlan['makes']) {
  const counts = new Map<string, number>();
  let encrypted = 0;
  let attachments = 0;
  for (const { head: at, made } of makes) {
    for (const id of made.people) counts.set(id, (counts.get(id) ?? 0) + 1);
    const head = heads[at];
    if (head?.isEncrypted === true) encrypted += 1;
    attachments += head?.attachments.length ?? 0;
  }
  let [first, last] = [Infinity, -Infinity];
  for (const { at } of heads) {
    if (at === undefined) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const people = [...counts].sort(([, a], [, b]) => b - a);
  return {
    ...(first <= last ? { span: { first, last } } : {}),
    make: makes.length,
    encrypted,
    attachments,
    threads: new Set(makes.map(({ made }) => made.thread)).size,
    people: people.slice(0, mostListed).map(([id, count]) => ({ id, count })),
    peopleCount: people.length,
  };
}

/** Each of them once, whatever they call themselves, under the name they used most lately. */
function createStrangers(never: ReadonlySet<string>) {
  const byKey = new Map<string, { address: string; name: string; count: number }>();
  return {
    note: (addresses: readonly MailAddress[]): void => {
      for (const { address, name } of addresses) {
        const key = plainAddress(address);
        if (never.has(key) || isRoleAddress(address)) continue;
        const before = byKey.get(key);
        byKey.set(key, {
          address: key,
          name: name === '' ? (before?.name ?? '') : name,
          count: (before?.count ?? 0) + 1,
        });
      }
    },
    list: () => [...byKey.values()].sort((a, b) => b.count - a.count).slice(0, mostListed),
    count: () => byKey.size,
  };
}
