// What teammates said to each other, as it matters to whoever reads here.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { anyCommentKey, comment, commentedOn } from '../../../src-shared/domain/comment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import { followId, noticeId } from '../../../src-shared/records/owned.ts';
import type { RecordStore, RecordTx } from '../../../src-shared/store/record-store.ts';
import { type ForMe, forMe, noticeOf, type Reader } from '../../../src-shared/together/for-me.ts';
import { followRecord, markComments } from '../../../src-shared/together/kept.ts';
import { storeOf } from '../book/book.ts';
import type { ServiceContext } from './context.ts';
import { namesOf } from './team/reach-handlers.ts';

type Served = Extract<keyof Handlers, `together.${string}`>;

/** So many comments, the newest, are looked through; of those that are done so many are told. */
const mostLookedAt = 2_000;
const mostDone = 100;

export function togetherHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { commandContext } = context;
  const write = async (work: (tx: RecordTx) => void): Promise<Result<null>> => {
    const store = storeOf(context.book);
    if (!store.ok) return store;
    return store.value.write((tx) => {
      work(tx);
      return ok(null);
    });
  };
  return {
    'together.forMe': async () => {
      const store = storeOf(context.book);
      if (!store.ok) return store;
      const { all, isMore } = await commentsForMe(context, store.value);
      const open = all.filter(({ state }) => state === 'open').length;
      const done = all.filter(({ state }) => state === 'done').slice(0, mostDone);
      const kept = new Set(done.map(({ id }) => id));
      return ok({
        entries: all.filter(({ id, state }) => state !== 'done' || kept.has(id)),
        open,
        ...(isMore ? { lookedAt: mostLookedAt } : {}),
      });
    },
    'together.mark': ({ marks }) => write((tx) => markComments(tx, marks, commandContext())),
    'together.follow': ({ id, isFollowed }) =>
      write((tx) => followRecord(tx, id, isFollowed, commandContext())),
  };
}

export async function commentsForMe(
  context: ServiceContext,
  store: RecordStore,
): Promise<{ all: ForMe[]; byId: ReadonlyMap<string, RecordDoc>; isMore: boolean }> {
  const { comments, isMore } = await commentsIn(store);
  const reader = await readerOf(store, comments, devicesOf(context));
  const made = await makersOf(store, comments);
  const all = forMe(comments, made, reader, context.commandContext().now());
  return { all, byId: new Map(comments.map((one) => [one.id as string, one])), isMore };
}

/** The laptops of whoever reads here: this one, and those whose person goes by the same name. */
export function devicesOf({ settings, team }: ServiceContext): Set<string> {
  const { id, formerIds } = settings.device;
  const own = new Set([id, ...formerIds]);
  const names = namesOf(team.state.membership());
  const called = names[id];
  if (called === undefined) return own;
  for (const [device, name] of Object.entries(names)) if (name === called) own.add(device);
  return own;
}

async function commentsIn(store: RecordStore): Promise<{ comments: RecordDoc[]; isMore: boolean }> {
  const ids = (await store.byKeys('work', [anyCommentKey])).get(anyCommentKey) ?? [];
  // Ids are made in the order of time.
  const newest = ids.toSorted().slice(-mostLookedAt);
  const docs = await store.get('work', newest);
  const comments = [...docs.values()].filter(
    ({ kind, status }) => kind === comment.kind && status === 'live',
  );
  return { comments, isMore: ids.length > newest.length };
}

const about = (comments: readonly RecordDoc[]): string[] => [...new Set(comments.map(commentedOn))];

async function makersOf(
  store: RecordStore,
  comments: readonly RecordDoc[],
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const collection of comment.fields.on.link?.to ?? [])
    for (const doc of (await store.get(collection, about(comments))).values())
      made.set(doc.id, doc.origin.device);
  return made;
}

async function readerOf(
  store: RecordStore,
  comments: readonly RecordDoc[],
  devices: ReadonlySet<string>,
): Promise<Reader> {
  const on = about(comments);
  const kept = await store.get('local', [
    ...comments.map(({ id }) => noticeId(id)),
    ...on.map(followId),
  ]);
  return {
    devices,
    follows: new Map(
      on.flatMap((id) => {
        const wish = kept.get(followId(id))?.fields['isFollowed'];
        return typeof wish === 'boolean' ? [[id, wish] as const] : [];
      }),
    ),
    notices: new Map(
      comments.flatMap(({ id }) => {
        const doc = kept.get(noticeId(id));
        const notice = doc && noticeOf(doc);
        return notice === undefined ? [] : [[id as string, notice] as const];
      }),
    ),
  };
}
