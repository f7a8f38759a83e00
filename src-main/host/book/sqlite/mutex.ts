// Lets one at a time into a piece of async work, in the order of asking.

export type Mutex = { run<T>(work: () => Promise<T> | T): Promise<T> };

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const turn = last.then(work);
      last = turn.catch(() => null);
      return turn;
    },
  };
}
