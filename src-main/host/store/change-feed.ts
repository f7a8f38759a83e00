// Tells everyone who has a collection open what was committed, in the order of the
// commits. Long lists go out in pieces, with room for other work in between.

export type Feed = {
  /** Resolves when all of it is out. At once, and before it returns, where it can. */
  publish(pieces: readonly (() => void)[]): Promise<void>;
  /** Nothing more goes out. */
  stop(): void;
};

export function createFeed(rest: () => Promise<void>): Feed {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function drain(pieces: readonly (() => void)[]): Promise<void> {
    for (const piece of pieces) {
      if (isStopped) return;
      piece();
      await rest();
    }
  }

  return {
    async publish(pieces) {
      if (isStopped || pieces.length === 0) return;
      if (waiting === 0 && pieces.length === 1) {
        pieces[0]?.();
        return;
      }
      waiting += 1;
      const turn = last.then(() => drain(pieces)).finally(() => (waiting -= 1));
      last = turn.catch(() => undefined);
      await turn;
    },
    stop: () => {
      isStopped = true;
    },
  };
}
