// Compares this replica's digest with a teammate's and repairs what differs by id.
// Agreement is only ever said after the sums were equal.

import type { RecordStore } from '../store/record-store.ts';
import { type Digest, printOf, type Sums } from './digest.ts';
import { isTooLong, type Item, lengthOf, type SharedCollection, toItem } from './item.ts';
import { mostText } from './outgoing.ts';
import type { Message, MessageOf } from './messages.ts';
import type { Peer } from './peers.ts';
import type { CommandContext } from '../records/context.ts';

export type Comparison = {
  start: () => Promise<void>;
  /** Nothing is on its way any more: what was put off is done now. */
  resume: () => Promise<void>;
  receive: (message: MessageOf<'sums' | 'agreed' | 'ids' | 'want'>) => Promise<void>;
};

export type ComparisonNeeds = {
  store: RecordStore;
  digest: Digest;
  context: () => CommandContext;
  peer: Peer;
  link: { send: (message: Message) => void };
  /** While a batch is on its way, to or from the teammate, a difference means nothing. */
  isBusy: () => boolean;
  /** Runs `work` after a while. */
  later: (work: () => void, ms: number) => void;
  onBug: (error: unknown) => void;
};

/** Repairs in steps, so that no message grows beyond what a link carries. */
const partsAtOnce = 16;
const itemsAtOnce = 200;
const repairMs = 1_500;
const mostRounds = 30;

export function createComparison(needs: ComparisonNeeds): Comparison {
  const { digest, peer, link } = needs;
  let isPutOff = false;
  /** Comparisons since the last one that was asked for or ended well. */
  let rounds = 0;
  /** How often a difference was looked into. */
  let looks = 0;
  /** When the sums on their way were made: what was written since is not in them. */
  let askedAt = 0;
  let askedOn = '';

  const ask = async (): Promise<void> => {
    if (needs.isBusy()) {
      isPutOff = true;
      return;
    }
    const at = needs.context().now();
    const sums = await digest.sums();
    askedAt = at;
    askedOn = printOf(sums);
    link.send({ t: 'sums', sums });
  };
  const start = (): Promise<void> => {
    rounds = 0;
    return ask();
  };
  /** To see whether it helped; what cannot be repaired is not tried for ever. */
  const askAgain = (): void => {
    rounds += 1;
    if (rounds <= mostRounds) needs.later(() => void ask().catch(needs.onBug), repairMs);
  };
  const agree = (at: number, on: string): void => {
    rounds = 0;
    peer.noteAgreed(at, on);
  };
  const onSums = async ({ sums }: MessageOf<'sums'>): Promise<void> => {
    const at = needs.context().now();
    const own = await digest.sums();
    const parts = differing(own, sums, peer.shares, looks);
    if (parts.length === 0) {
      // First, or what is said of others would come to somebody who has not agreed yet.
      link.send({ t: 'agreed' });
      agree(at, printOf(own));
    } else if (needs.isBusy()) {
      isPutOff = true;
    } else {
      looks += 1;
      peer.noteDiffers();
      link.send({ t: 'ids', lists: await listsOf(digest, parts) });
    }
  };

  return {
    start,
    resume: async () => {
      if (!isPutOff) return;
      isPutOff = false;
      await start();
    },
    receive: async (message) => {
      switch (message.t) {
        case 'sums':
          return onSums(message);
        case 'agreed':
          return agree(askedAt, askedOn);
        case 'ids':
          await exchangeDiffering(message.lists, needs);
          return askAgain();
        case 'want':
          return give(message.c, message.ids, needs);
      }
    },
  };
}

type Lists = MessageOf<'ids'>['lists'];

const listsOf = (digest: Digest, parts: readonly Differing[]): Promise<Lists> =>
  Promise.all(
    parts.map(async ({ c, parts: wanted }) => ({
      c,
      parts: wanted,
      ids: await digest.list(c, wanted),
    })),
  );

/** Gives what the teammate has otherwise or not at all, and asks for what is so here. */
async function exchangeDiffering(lists: Lists, needs: ComparisonNeeds): Promise<void> {
  for (const { c, parts, ids } of lists) {
    const theirs = new Map(ids);
    const mine = new Map(await needs.digest.list(c, parts));
    const own = [...mine].filter(([id, hash]) => theirs.get(id) !== hash).map(([id]) => id);
    await give(c, own, needs);
    const wanted = ids.filter(([id, hash]) => mine.get(id) !== hash).map(([id]) => id);
    for (let at = 0; at < wanted.length; at += itemsAtOnce)
      needs.link.send({ t: 'want', c, ids: wanted.slice(at, at + itemsAtOnce) });
  }
}

async function give(
  c: SharedCollection,
  ids: readonly string[],
  { store, link }: ComparisonNeeds,
): Promise<void> {
  for (let at = 0; at < ids.length; at += itemsAtOnce) {
    const docs = await store.get(c, ids.slice(at, at + itemsAtOnce));
    const items = [...docs.values()].map((doc) => toItem(c, doc)).filter(isItem);
    for (const batch of byLength(items)) link.send({ t: 'give', items: batch });
  }
}

/** As long as a batch may be; what is too long for anybody is left out. */
function byLength(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  let length = mostText;
  for (const item of items) {
    if (isTooLong(item)) continue;
    if (length >= mostText) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(item);
    length += lengthOf(item);
  }
  return batches;
}

const isItem = (item: Item | undefined): item is Item => item !== undefined;

type Differing = { c: SharedCollection; parts: number[] };

/** Others at each look: what cannot be repaired in some keeps nobody from the rest. */
function differing(
  mine: Sums,
  theirs: MessageOf<'sums'>['sums'],
  shares: readonly SharedCollection[],
  look: number,
): Differing[] {
  return shares.flatMap((c) => {
    const parts = mine[c].flatMap((sum, part) => (sum === (theirs[c]?.[part] ?? 0) ? [] : [part]));
    if (parts.length === 0) return [];
    const from = parts.length > partsAtOnce ? (look * partsAtOnce) % parts.length : 0;
    const turned = [...parts.slice(from), ...parts.slice(0, from)];
    return [{ c, parts: turned.slice(0, partsAtOnce) }];
  });
}
