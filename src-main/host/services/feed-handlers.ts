// What people do with feeds and posts: look before adding, fetch now, read, mute, see
// pictures, bring and take feed lists.

import { feedKey } from '../../../src-shared/domain/person.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { alertId, mutedId, unreadOf } from '../../../src-shared/feeds/unread.ts';
import { readOpml, writeOpml } from '../../../src-shared/feeds/opml.ts';
import { subscriptionsOf } from '../../../src-shared/feeds/subscription.ts';
import { localDoc } from '../../../src-shared/records/local-doc.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { stampNow } from '../../../src-shared/records/context.ts';
import { unreadId } from '../../../src-shared/records/owned.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { previewFeed } from '../feeds/preview.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `feeds.${string}` | `posts.${string}`>;

export function feedHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { feeds, commandContext } = context;
  const store = (): Result<RecordStore> => {
    const book = context.book();
    return book.ok ? ok(book.value.store) : book;
  };
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
      const open = store();
      return open.ok ? ok({ text: writeOpml(await peopleWithFeeds(open.value)) }) : open;
    },
    'feeds.answerProposal': async ({ id, answer }) => {
      const open = store();
      if (!open.ok) return open;
      return open.value.write((tx) => {
        const known = tx.get('work', [id]).get(id);
        if (known?.kind !== 'proposal') return fail('not-found');
        const said = Math.max(Date.now(), Number(known.fields['said']) + 1);
        const fields = { ...known.fields, state: answer, said };
        const { kind, scope } = known;
        tx.put('work', [makeRecord({ id: known.id, kind, scope, fields }, commandContext())]);
        return ok(null);
      });
    },
    'posts.mark': async ({ owner, ids, isRead }) => {
      const open = store();
      if (!open.ok) return open;
      return open.value.write((tx) => {
        const marked = new Set(ids);
        const owners = owner === undefined ? unreadOwners(tx) : [owner];
        for (const each of owners) {
          const known = unreadOf(tx.get('local', [unreadId(each)]).get(unreadId(each)));
          const kept = known.filter((id) => ids !== undefined && !marked.has(id));
          const next = isRead ? kept : [...kept, ...(ids ?? [])];
          if (next.length === known.length && isRead) continue;
          const fields = { owner: each, ids: next };
          const doc = localDoc(unreadId(each), 'unread', fields, stampNow(commandContext()));
          tx.put('local', [doc]);
          const gone = isRead ? (ids ?? known).map(alertId) : [];
          const alerts = [...tx.get('local', gone).keys()];
          if (alerts.length > 0) tx.purge('local', alerts);
        }
        return ok(null);
      });
    },
    'posts.mute': async ({ owner, isMuted }) => {
      const open = store();
      if (!open.ok) return open;
      return open.value.write((tx) => {
        const id = mutedId(owner);
        if (isMuted) {
          tx.put('local', [localDoc(id, 'muted', { owner }, stampNow(commandContext()))]);
          if (tx.get('local', [unreadId(owner)]).size > 0) tx.purge('local', [unreadId(owner)]);
        } else if (tx.get('local', [id]).size > 0) tx.purge('local', [id]);
        return ok(null);
      });
    },
    'posts.picture': async ({ url, feed }) => {
      if (context.settings.read().feeds !== 'on') return fail('feed-off');
      return feeds.pictures.get(url, feeds.allowed.addressOf(feed));
    },
    'posts.keepPicture': ({ url, bytes }) => {
      feeds.pictures.keep(url, bytes);
      return ok(null);
    },
  };
}

function unreadOwners(tx: Parameters<Parameters<RecordStore['write']>[0]>[0]): string[] {
  const key = 'kind:unread';
  const docs = tx.get('local', tx.byKeys('local', [key]).get(key) ?? []);
  return [...docs.values()].flatMap(({ fields: { owner } }) =>
    typeof owner === 'string' ? [owner] : [],
  );
}

async function peopleWithFeeds(store: RecordStore) {
  const found: { name: string; feeds: { url: string; title: string }[] }[] = [];
  for (const collection of ['people', 'groups'] as const) {
    const ids = (await store.byKeys(collection, [feedKey])).get(feedKey) ?? [];
    for (const doc of (await store.get(collection, ids)).values()) {
      if (doc.status === 'live') found.push({ name: doc.name, feeds: subscriptionsOf(doc) });
    }
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}
