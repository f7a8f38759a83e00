// Runs the jobs that wait: four at once, one at each host with a pause after it.

import type { Job } from './jobs.ts';
import { createTurns, hostOf, type Turns } from './turns.ts';

/** `turn` waits until a host that the feed leads on to may be asked. */
export type RunJob = (
  job: Job,
  turn: (host: string) => Promise<void>,
  signal: AbortSignal,
) => Promise<void>;

export type JobRunner = {
  /** What waits for its turn. */
  queue: () => readonly Job[];
  /** Puts other jobs in place of those that wait, and begins what can begin. */
  setQueue: (jobs: readonly Job[]) => void;
  isUnderWay: (url: string) => boolean;
  busy: () => { running: number; waiting: number };
  isClosed: () => boolean;
  /** Gives up what is under way and waits until it has ended. */
  close: () => Promise<void>;
};

export type JobRunnerNeeds = {
  run: RunJob;
  /** Whether this laptop may fetch at all. */
  isOn: () => boolean;
  onChange: () => void;
  onBug: (error: unknown) => void;
  now: () => number;
  /** Between two requests to one host, in ms. */
  gapMs: number;
};

const mostAtOnce = 4;

export function createJobRunner(needs: JobRunnerNeeds): JobRunner {
  const { isOn, now, gapMs } = needs;
  const closing = new AbortController();
  const running = new Map<string, Promise<void>>();
  let queue: readonly Job[] = [];

  const pump = (): void => {
    for (const job of queue) {
      if (turns.isFull() || closing.signal.aborted || !isOn()) return;
      if (!turns.take(hostOf(job.url))) continue;
      queue = queue.filter((other) => other !== job);
      begin(job);
    }
  };
  const turns = createTurns({ mostAtOnce, gapMs, now, onFree: pump });
  /** The turn of the job's own host is taken already. */
  const begin = (job: Job): void => {
    const givenUp = new AbortController();
    const held = heldTurn(turns, hostOf(job.url), () => {
      if (!isOn()) givenUp.abort();
    });
    const signal = AbortSignal.any([closing.signal, givenUp.signal]);
    const work = needs
      .run(job, held.moveTo, signal)
      .catch(needs.onBug)
      .finally(() => {
        running.delete(job.url);
        needs.onChange();
        held.give();
      });
    running.set(job.url, work);
  };

  return {
    queue: () => queue,
    setQueue: (jobs) => {
      queue = jobs;
      pump();
    },
    isUnderWay: (url) => running.has(url),
    busy: () => ({ running: running.size, waiting: queue.length }),
    isClosed: () => closing.signal.aborted,
    close: async () => {
      closing.abort();
      turns.close();
      await Promise.allSettled(running.values());
    },
  };
}

/** A job holds one host's turn at a time: where a feed leads on, the next host's. */
function heldTurn(turns: Turns, first: string, onMoved: () => void) {
  let host = first;
  return {
    moveTo: async (next: string): Promise<void> => {
      if (next === host) return;
      turns.give(host);
      await turns.wait(next);
      host = next;
      onMoved();
    },
    give: () => turns.give(host),
  };
}
