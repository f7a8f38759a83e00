// What people do with feeds: look before adding one, fetch now, answer what a profile
// proposes, bring and take feed lists.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { readOpml, writeOpml } from '../../../src-shared/feeds/opml.ts';
import { answerProposal } from '../../../src-shared/feeds/proposals.ts';
import { subscriptionsOf } from '../../../src-shared/feeds/subscription.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { storeOf } from '../book/book.ts';
import { whoHasFeeds } from '../feeds/followed.ts';
import { previewFeed } from '../feeds/preview.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `feeds.${string}`>;

export function feedHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { feeds, commandContext } = context;
  let previewing: AbortController | undefined;

  return {
    'feeds.preview': async ({ text, hint, allowed }) => {
      if (feeds.isHeld()) return fail('network-held');
      previewing?.abort();
      previewing = new AbortController();
      const options = { allowed, signal: previewing.signal };
      return previewFeed(text, hint, options, feeds);
    },
    'feeds.allow': ({ url, address }) => {
      feeds.allowed.set(url, address);
      return ok(null);
    },
    'feeds.look': ({ owner }) =>
      feeds.isHeld() ? fail('network-held') : feeds.refresher.lookNow(owner),
    'feeds.log': async () => ok(await feeds.log.entries()),
    'feeds.opmlRead': ({ text }) => readOpml(text),
    'feeds.opmlMake': async () => {
      const store = storeOf(context.book);
      return store.ok ? ok({ text: writeOpml(await peopleWithFeeds(store.value)) }) : store;
    },
    'feeds.answerProposal': async ({ id, answer }) => {
      const store = storeOf(context.book);
      if (!store.ok) return store;
      return store.value.write((tx) => answerProposal(tx, id, answer, commandContext()));
    },
  };
}

async function peopleWithFeeds(store: RecordStore) {
  const live = (await whoHasFeeds(store)).filter(({ status }) => status === 'live');
  const found = live.map((doc) => ({ name: doc.name, feeds: subscriptionsOf(doc) }));
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}
