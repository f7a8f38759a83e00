// What people do with posts: read them, mute whose they are, see their pictures.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { markPosts, mutePosts } from '../../../src-shared/feeds/reading.ts';
import type { RecordTx } from '../../../src-shared/store/record-store.ts';
import { storeOf } from '../book/book.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `posts.${string}`>;

export function postHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { feeds, commandContext } = context;
  const write = async (work: (tx: RecordTx) => void): Promise<Result<null>> => {
    const store = storeOf(context.book);
    if (!store.ok) return store;
    return store.value.write((tx) => {
      work(tx);
      return ok(null);
    });
  };

  return {
    'posts.mark': (marking) => write((tx) => markPosts(tx, marking, commandContext())),
    'posts.mute': ({ owner, isMuted }) =>
      write((tx) => mutePosts(tx, owner, isMuted, commandContext())),
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
