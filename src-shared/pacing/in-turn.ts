// Async work one at a time, in the order in which it was asked for. A failure is its
// caller's; what comes after it runs all the same.

export type InTurn = {
  /** Resolves or rejects as the work does, once its turn has come. */
  <T>(work: () => Promise<T> | T): Promise<T>;
  /** Whether anybody waits for whoever has the turn now. */
  isAwaited: () => boolean;
};

export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = <T>(work: () => Promise<T> | T): Promise<T> => {
    waiting += 1;
    const turn = last.then(() => {
      waiting -= 1;
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return Object.assign(inTurn, { isAwaited: () => waiting > 0 });
}
