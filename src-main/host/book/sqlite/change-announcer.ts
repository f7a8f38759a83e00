// Tells everyone who has a collection open what was committed, in the order of the
// commits. Long lists go out in pieces, with room for other work in between.

import { createInTurn } from '../../../../src-shared/pacing/in-turn.ts';

export type ChangeAnnouncer = {
  /**
   * Resolves when all of it is out. At once, and before it returns, where it can; with
   * `lets` = 'others first' after whatever else the commit has set off.
   */
  publish(pieces: readonly (() => void)[], lets?: 'others first'): Promise<void>;
  /** Nothing more goes out. */
  stop(): void;
};

export function createChangeAnnouncer(rest: () => Promise<void>): ChangeAnnouncer {
  const inTurn = createInTurn();
  let waiting = 0;
  let isStopped = false;

  async function drain(pieces: readonly (() => void)[]): Promise<void> {
    for (const piece of pieces) {
      if (isStopped) return;
      piece();
      await rest();
    }
  }

  return {
    async publish(pieces, lets) {
      if (isStopped || pieces.length === 0) return;
      if (waiting === 0 && pieces.length === 1 && lets === undefined) {
        pieces[0]?.();
        return;
      }
      waiting += 1;
      await inTurn(async () => {
        if (lets !== undefined) await rest();
        await drain(pieces);
      }).finally(() => (waiting -= 1));
    },
    stop: () => {
      isStopped = true;
    },
  };
}
