// What would come of mails, counted exactly: who of the book they are with, what is left out
// and why. A pure decision over what was read and what the book says.

import { isOnlyName, isRoleAddress, plainAddress } from './addresses.ts';
import type { MailMade } from './mail-moment.ts';
import type { MailAddress, MailHead } from './mail-types.ts';
import { guessOwn } from './own-addresses.ts';
import { createStrangers, knownBy, namesInChats } from './plan-people.ts';
import { type MailOptions, type MailPreview, type MailSkip, mailSkips } from './plan-types.ts';
import type { Here } from './read-known.ts';
import { threadsOf } from './threads.ts';

export type KnownMail = {
  /** Ids of living people by an address of theirs, in lower case. */
  peopleByAddress: ReadonlyMap<string, readonly string[]>;
  /** Mails that are in the book already, in either scope, by key. */
  here: ReadonlyMap<string, Here>;
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
  const said = options.own ?? [];
  const own = said.length > 0 ? said : withGuessed(known.own, heads);
  const ownKeys = new Set(own.map(plainAddress));
  const isOwn = ({ address }: MailAddress): boolean => ownKeys.has(plainAddress(address));
  const whoIs = knownBy(known.peopleByAddress, options.who);
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
    const people = [...new Set(others.flatMap((one) => whoIs(one).ids))];
    const why = skipOf(head, { people, others, since, seen, here: known.here });
    seen.add(head.key);
    if (why !== undefined) skips[why] += 1;
    if (why === undefined || why === 'unknown')
      for (const one of others) {
        const { ids, perhaps } = whoIs(one);
        if (ids.length === 0) strangers.note(one, perhaps);
      }
    if (why !== undefined || head.at === undefined) continue;
    const thread = threads[at] ?? head.key;
    const scope = known.here.get(head.key)?.scope ?? options.scope;
    const direction = head.direction ?? directionOf(head, isOwn);
    makes.push({ head: at, made: { at: head.at, people, direction, thread, scope } });
  }
  makes.sort((a, b) => a.made.at - b.made.at);
  const preview = {
    ...countsOf(heads, makes),
    skips,
    perhaps: strangers.perhaps(),
    strangers: strangers.list(),
    strangersCount: strangers.count(),
    own: {
      addresses: [...own],
      isGuessed: own.length > Math.max(said.length, known.own.length),
      names: namesInChats(heads),
    },
  };
  return { preview, makes };
}

/** Addresses do not say what we are called in chats, nor the other way round. */
const withGuessed = (own: readonly string[], heads: readonly MailHead[]): string[] => [
  ...own,
  ...guessOwn(heads).filter((one) => own.every((other) => isOnlyName(other) !== isOnlyName(one))),
];

function directionOf(
  { from }: MailHead,
  isOwn: (one: MailAddress) => boolean,
): MailMade['direction'] {
  if (!from.some(isOwn)) return 'in';
  return from.every(isOwn) ? 'out' : 'both';
}

type Seen = {
  people: readonly string[];
  others: readonly MailAddress[];
  since: number | undefined;
  seen: ReadonlySet<string>;
  here: KnownMail['here'];
};

function skipOf(head: MailHead, { people, others, since, seen, here }: Seen): MailSkip | undefined {
  if (seen.has(head.key)) return 'twice';
  if (head.at === undefined) return 'undated';
  if (since !== undefined && head.at < since) return 'before';
  if (head.isNewsletter) return 'newsletter';
  if (here.get(head.key)?.isGrown === false) return 'here';
  if (people.length > 0) return undefined;
  return others.length > 0 && others.every(({ address }) => isRoleAddress(address))
    ? 'role'
    : 'unknown';
}

function countsOf(heads: readonly MailHead[], makes: MailPlan['makes']) {
  const counts = new Map<string, number>();
  let encrypted = 0;
  let attachments = 0;
  const chats = {
    read: heads.filter(({ chat }) => chat !== undefined).length,
    days: 0,
    lines: 0,
  };
  for (const { head: at, made } of makes) {
    for (const id of made.people) counts.set(id, (counts.get(id) ?? 0) + 1);
    const head = heads[at];
    if (head?.isEncrypted === true) encrypted += 1;
    attachments += head?.attachments.length ?? 0;
    if (head?.chat === undefined) continue;
    chats.days += 1;
    chats.lines += head.chat.lines;
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
    chats,
    threads: new Set(makes.map(({ made }) => made.thread)).size,
    people: people.slice(0, mostListed).map(([id, count]) => ({ id, count })),
    peopleCount: people.length,
  };
}
