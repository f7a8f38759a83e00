// Looks at feeds when their time has come: four at once, one at each host with a pause
// after it, each by one device of the team.

import { networkInterfaces } from 'node:os';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { stateDoc } from '../../../src-shared/feeds/state.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { FeedLog } from './feed-log.ts';
import { dueAt, mayLookNow, readFollowed } from './followed.ts';
import type { Followed } from './get-feed.ts';
import { type Look, lookAt, type LookNeeds } from './look.ts';
import { createTurns, hostOf } from './turns.ts';

export type RefresherNeeds = Omit<LookNeeds, 'signal' | 'turn'> & {
  store: () => Result<RecordStore>;
  /** Whether this laptop may fetch at all. */
  isOn: () => boolean;
  /** How many teammates are connected: then a feed is claimed before it is fetched. */
  teammates: () => number;
  /** The address inside that the owner allowed for a feed on this laptop. */
  allowed: (url: string) => string | undefined;
  log: FeedLog;
  onChange: () => void;
  onBug: (error: unknown) => void;
  /** Between two requests to one host, in ms. */
  gapMs?: number;
};

export type Refresher = {
  /** Looks now, whatever the time, at what was not looked at in the last minutes and has not ended. */
  lookNow: (owner: string | undefined) => Promise<Result<{ asked: number }>>;
  /** Sees at once what it is time for; otherwise it does so every few seconds. */
  scan: () => Promise<void>;
  /** Feeds being fetched, and waiting to be, right now. */
  busy: () => { running: number; waiting: number };
  close: () => Promise<void>;
};

type Job = { url: string; followed: Followed[]; isByHand: boolean };

const mostAtOnce = 4;
const usualGap = 1_500;
const scanEvery = 15_000;
const scanSoon = 1_500;
const claimMs = 5 * 60_000;
const settleMs = 2_000;
const offlineMs = 2 * 60_000;

export function createRefresher(needs: RefresherNeeds): Refresher {
  const closing = new AbortController();
  const { now, log } = needs;
  const running = new Set<Promise<void>>();
  const urls = new Set<string>();
  let queue: Job[] = [];
  let restUntil = 0;
  let watched: RecordStore | undefined;
  let unwatch: (() => void) | undefined;
  let soon: NodeJS.Timeout | undefined;

  const scanLater = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void scan().catch(needs.onBug);
    }, scanSoon).unref();
  };
  const scan = async (): Promise<void> => {
    const store = needs.store();
    if (closing.signal.aborted || !store.ok) return;
    if (watched !== store.value) {
      unwatch?.();
      watched = store.value;
      unwatch = watched.onCommit(scanLater);
    }
    if (!needs.isOn() || now() < restUntil) {
      queue = queue.filter(({ isByHand }) => isByHand && needs.isOn());
      return;
    }
    const { device, hash } = needs.commandContext();
    const all = await readFollowed(store.value, hash);
    const due = [...all].map(([url, followed]) => ({ url, followed, at: dueAt(followed, device) }));
    const byHand = queue.filter(({ isByHand }) => isByHand);
    const asked = new Set(byHand.map(({ url }) => url));
    queue = [
      ...byHand,
      ...due
        .filter(({ url, at }) => at <= now() && !urls.has(url) && !asked.has(url))
        .toSorted((a, b) => a.at - b.at)
        .map(({ url, followed }) => ({ url, followed, isByHand: false })),
    ];
    pump();
  };
  const pump = (): void => {
    for (const job of queue) {
      if (turns.isFull() || closing.signal.aborted || !needs.isOn()) return;
      if (!turns.take(hostOf(job.url))) continue;
      queue = queue.filter((other) => other !== job);
      begin(job);
    }
  };
  /** Its host is taken already; one that it is led on to is waited for. */
  const begin = (job: Job): void => {
    const givenUp = new AbortController();
    let held = hostOf(job.url);
    const turn = async (host: string): Promise<void> => {
      if (host === held) return;
      turns.give(held);
      await turns.wait(host);
      held = host;
      if (!needs.isOn()) givenUp.abort();
    };
    urls.add(job.url);
    const work = run(job, turn, AbortSignal.any([closing.signal, givenUp.signal]))
      .catch(needs.onBug)
      .finally(() => {
        running.delete(work);
        urls.delete(job.url);
        needs.onChange();
        turns.give(held);
      });
    running.add(work);
  };
  const turns = createTurns({ mostAtOnce, gapMs: needs.gapMs ?? usualGap, now, onFree: pump });
  const run = async (
    { url, followed }: Job,
    turn: LookNeeds['turn'],
    signal: AbortSignal,
  ): Promise<void> => {
    const store = needs.store();
    if (!store.ok) return;
    if (needs.teammates() > 0 && !(await claim(store.value, followed))) return;
    const allowed = needs.allowed(url);
    const looked = await lookAt(store.value, url, followed, allowed, {
      ...needs,
      turn,
      signal,
    });
    if (signal.aborted || !looked.ok) return;
    note(url, followed, looked.value);
    if (looked.value.outcome === 'feed-network') restUntil = now() + offlineMs;
    if (looked.value.movedTo !== undefined)
      await follow(store.value, followed, looked.value.movedTo);
  };

  /** Says that this device looks; false where another said so at the same time and wins. */
  const claim = async (store: RecordStore, followed: readonly Followed[]): Promise<boolean> => {
    const context = needs.commandContext();
    await store.write((tx) => {
      for (const { subscription, state } of followed) {
        const { owner: id, collection } = subscription;
        const owner = tx.get(collection, [id]).get(id);
        if (owner === undefined) continue;
        const claimed = { ...state, holder: context.device, until: now() + claimMs };
        tx.put('work', [stateDoc(owner, subscription, claimed, context)]);
      }
      return ok(null);
    });
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const url = followed[0]?.subscription.url ?? '';
    const owners = followed.map(({ subscription }) => subscription.owner);
    const read = await readFollowed(store, context.hash, owners);
    return (read.get(url) ?? []).every(({ state }) => state.holder === context.device);
  };
  const note = (url: string, followed: readonly Followed[], look: Look): void => {
    const owners = followed.map(({ subscription }) => subscription.owner);
    log.add({ at: now(), url, owners, ...look });
  };
  /** The feed has moved for good: its new address goes into the records. */
  const follow = async (
    store: RecordStore,
    followed: readonly Followed[],
    to: string,
  ): Promise<void> => {
    const context = needs.commandContext();
    const changes = followed.map(
      ({ subscription: { owner, collection, item, network, title } }) => ({
        type: 'set-put' as const,
        ref: { collection, id: owner },
        set: 'feeds',
        item: { id: item, value: to, label: network, more: { title } },
      }),
    );
    const source = { type: 'feed' as const, feed: to };
    await runCommand(store, { type: 'edit', changes }, { ...context, source });
  };

  const timer = setInterval(() => {
    if (hasNetwork()) void scan().catch(needs.onBug);
  }, scanEvery).unref();
  scanLater();

  return {
    lookNow: async (owner) => {
      const store = needs.store();
      if (!store.ok) return store;
      if (!needs.isOn()) return fail('feed-off');
      restUntil = 0;
      const { hash } = needs.commandContext();
      const all = await readFollowed(store.value, hash, owner === undefined ? undefined : [owner]);
      const jobs = [...all]
        .filter(([url, followed]) => !urls.has(url) && mayLookNow(followed, now()))
        .map(([url, followed]): Job => ({ url, followed, isByHand: true }));
      const asked = new Set(jobs.map(({ url }) => url));
      queue = [...jobs, ...queue.filter(({ url }) => !asked.has(url))];
      pump();
      return ok({ asked: jobs.length });
    },
    scan,
    busy: () => ({ running: running.size, waiting: queue.length }),
    close: async () => {
      closing.abort();
      turns.close();
      clearInterval(timer);
      clearTimeout(soon);
      unwatch?.();
      await Promise.allSettled(running);
      await needs.reader.close();
    },
  };
}

const hasNetwork = (): boolean => Object.values(networkInterfaces()).flat().length > 0;
