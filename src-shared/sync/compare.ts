// Compares this replica's digest with a teammate's and repairs what differs by id.
// Agreement is only ever said after the sums were equal.

import type { RecordStore } from '../store/record-store.ts';
import type { Digest, Sums } from './digest.ts';
import { type Item, type SharedCollection, sharedCollections, toItem } from './item.ts';
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
  /** While a batch is on its way a difference means nothing. */
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
  const { store, digest, peer, link } = needs;
  let isPutOff = false;
  /** Comparisons since the last one that was asked for or ended well. */
  let rounds = 0;

  /** When the sums on their way were made: what was written since is not in them. */
  let askedAt = 0;
  const ask = async (): Promise<void> => {
    const at = needs.context().now();
    const sums = await digest.sums();
    askedAt = at;
    link.send({ t: 'sums', sums });
  };
  const start = (): Promise<void> => {
    rounds = 0;
    return ask();
  };
  /** Whether it helped; what cannot be repaired is not tried for ever. */
  const askAgain = (): void => {
    rounds += 1;
    if (rounds <= mostRounds) needs.later(() => void ask().catch(needs.onBug), repairMs);
  };
  const agree = (at: number): void => {
    rounds = 0;
    peer.noteAgreed(at);
  };

  const onSums = async ({ sums }: MessageOf<'sums'>): Promise<void> => {
    const at = needs.context().now();
    const parts = differing(await digest.sums(), sums);
    if (parts.length === 0) {
      agree(at);
      return link.send({ t: 'agreed' });
    }
    if (needs.isBusy()) {
      isPutOff = true;
      return;
    }
    peer.noteDiffers();
    const lists = await Promise.all(
      parts.map(async ({ c, parts: wanted }) => ({
        c,
        parts: wanted,
        ids: await digest.list(c, wanted),
      })),
    );
    link.send({ t: 'ids', lists });
  };

  const onIds = async ({ lists }: MessageOf<'ids'>): Promise<void> => {
    for (const { c, parts, ids } of lists) {
      const theirs = new Map(ids);
      const mine = new Map(await digest.list(c, parts));
      const differs = ([id, hash]: [string, number]): boolean => theirs.get(id) !== hash;
      await give(
        c,
        [...mine].filter(differs).map(([id]) => id),
      );
      const wanted = ids.filter(([id, hash]) => mine.get(id) !== hash).map(([id]) => id);
      for (let at = 0; at < wanted.length; at += itemsAtOnce)
        link.send({ t: 'want', c, ids: wanted.slice(at, at + itemsAtOnce) });
    }
    askAgain();
  };

  const give = async (c: SharedCollection, ids: readonly string[]): Promise<void> => {
    for (let at = 0; at < ids.length; at += itemsAtOnce) {
      const docs = await store.get(c, ids.slice(at, at + itemsAtOnce));
      const items = [...docs.values()].map((doc) => toItem(c, doc)).filter(isItem);
      if (items.length > 0) link.send({ t: 'give', items });
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
          return agree(askedAt);
        case 'ids':
          return onIds(message);
        case 'want':
          return give(message.c, message.ids);
      }
    },
  };
}

const isItem = (item: Item | undefined): item is Item => item !== undefined;

function differing(
  mine: Sums,
  theirs: MessageOf<'sums'>['sums'],
): { c: SharedCollection; parts: number[] }[] {
  return sharedCollections.flatMap((c) => {
    const parts = mine[c].flatMap((sum, part) => (sum === (theirs[c]?.[part] ?? 0) ? [] : [part]));
    return parts.length === 0 ? [] : [{ c, parts: parts.slice(0, partsAtOnce) }];
  });
}
