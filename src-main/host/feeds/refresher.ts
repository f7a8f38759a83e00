// Looks at feeds when their time has come, or when somebody asks: each by one device of
// the team, and not at all while this laptop is offline.

import { networkInterfaces } from 'node:os';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { createAsked } from './asked.ts';
import { claimFeed } from './claim.ts';
import type { FeedLog } from './feed-log.ts';
import { readFollowed } from './followed.ts';
import { createJobRunner, type RunJob } from './job-runner.ts';
import { inFront, jobsByHand, withDue } from './jobs.ts';
import { lookAt, type LookNeeds } from './look.ts';
import { moveFeed } from './moved-feed.ts';

export type RefresherNeeds = Omit<LookNeeds, 'signal' | 'turn' | 'mayAskProfile'> & {
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

const usualGap = 1_500;
const scanEvery = 15_000;
const scanSoon = 1_500;
const offlineMs = 2 * 60_000;

export function createRefresher(needs: RefresherNeeds): Refresher {
  const { now, isOn, onBug, onChange } = needs;
  let restUntil = 0;
  const asked = createAsked(needs.log, now);

  const run: RunJob = async (job, turn, signal) => {
    if (now() < asked.feedFrom(job.url, job.isByHand)) return;
    const isOffline = await look(job, {
      ...needs,
      turn,
      signal,
      mayAskProfile: asked.takeProfile,
      noteAsked: () => asked.noteFeed(job.url),
    });
    if (isOffline) restUntil = now() + offlineMs;
  };
  const runner = createJobRunner({
    run,
    isOn,
    now,
    gapMs: needs.gapMs ?? usualGap,
    onChange,
    onBug,
  });
  const watch = watchCommits(() => void scan().catch(onBug));
  const scan = async (): Promise<void> => {
    const store = needs.store();
    if (runner.isClosed() || !store.ok) return;
    watch.follow(store.value);
    if (!isOn() || now() < restUntil)
      return runner.setQueue(runner.queue().filter(({ isByHand }) => isByHand && isOn()));
    const { device, hash } = needs.commandContext();
    const all = await readFollowed(store.value, hash);
    await asked.recall();
    const moment = { device, now: now(), from: asked.feedFrom };
    runner.setQueue(withDue(runner.queue(), all, moment, runner.isUnderWay));
  };
  const timer = setInterval(() => {
    if (hasNetwork()) void scan().catch(onBug);
  }, scanEvery).unref();
  watch.soon();

  return {
    lookNow: async (owner) => {
      const store = needs.store();
      if (!store.ok) return store;
      if (!isOn()) return fail('feed-off');
      restUntil = 0;
      const { hash } = needs.commandContext();
      const all = await readFollowed(store.value, hash, owner === undefined ? undefined : [owner]);
      await asked.recall();
      const moment = { now: now(), from: asked.feedFrom };
      const jobs = jobsByHand(all, moment, runner.isUnderWay);
      runner.setQueue(inFront(jobs, runner.queue()));
      return ok({ asked: jobs.length });
    },
    scan,
    busy: runner.busy,
    close: async () => {
      clearInterval(timer);
      watch.close();
      await runner.close();
      await needs.reader.close();
    },
  };
}

type LookJobNeeds = RefresherNeeds & LookNeeds & { noteAsked: () => void };

/** Looks at one feed and records how it went. True where there was no way to any server. */
async function look(
  { url, followed }: Parameters<RunJob>[0],
  needs: LookJobNeeds,
): Promise<boolean> {
  const store = needs.store();
  if (!store.ok) return false;
  if (
    needs.teammates() > 0 &&
    !(await claimFeed(store.value, url, followed, needs.now(), needs.commandContext()))
  )
    return false;
  needs.noteAsked();
  const looked = await lookAt(store.value, url, followed, needs.allowed(url), needs);
  if (needs.signal.aborted || !looked.ok) return false;
  const owners = followed.map(({ subscription }) => subscription.owner);
  needs.log.add({ at: needs.now(), url, owners, ...looked.value });
  const { outcome, movedTo } = looked.value;
  if (movedTo !== undefined) await moveFeed(store.value, followed, movedTo, needs.commandContext());
  return outcome === 'feed-network';
}

/** Calls `onCommits` a moment after the book was written to, for whichever book is open. */
function watchCommits(onCommits: () => void) {
  let watched: RecordStore | undefined;
  let stop: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onCommits();
    }, scanSoon).unref();
  };
  return {
    soon,
    follow: (store: RecordStore): void => {
      if (watched === store) return;
      stop?.();
      watched = store;
      stop = store.onCommit(soon);
    },
    close: (): void => {
      clearTimeout(timer);
      stop?.();
    },
  };
}

const hasNetwork = (): boolean => Object.values(networkInterfaces()).flat().length > 0;
