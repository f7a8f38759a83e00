// Async work one at a time, in the order in which it was asked for. A failure is its
// caller's; what comes after it runs all the same.

/** Resolves or rejects as the work does, once its turn has come. */
export type InTurn = <T>(work: () => Promise<T> | T) => Promise<T>;

export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
