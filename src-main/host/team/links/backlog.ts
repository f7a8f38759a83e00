// What came over a link and waits. A message grows a thousandfold when it is read, and a
// teammate may send faster than the book takes: it is read when its turn is near.

export type Backlog = {
  add: (bytes: Uint8Array) => void;
};

/** Read already, while those before them are being stored. */
const mostAhead = 4;
const mostBytes = 128 * 1024 * 1024;
/** What the smallest message counts for. */
const leastBytes = 1024;

/**
 * `handle` reads a message and resolves once it is dealt with. `onTooMuch`: more waits
 * than anybody sends who hears the answers.
 */
export function createBacklog(
  handle: (bytes: Uint8Array) => Promise<void>,
  onTooMuch: () => void,
): Backlog {
  const held: Uint8Array[] = [];
  let heldBytes = 0;
  let ahead = 0;
  const pump = (): void => {
    while (ahead < mostAhead) {
      const next = held.shift();
      if (next === undefined) return;
      heldBytes -= weightOf(next);
      ahead += 1;
      void handle(next).finally(() => {
        ahead -= 1;
        pump();
      });
    }
  };
  return {
    add: (bytes) => {
      held.push(bytes);
      heldBytes += weightOf(bytes);
      if (heldBytes > mostBytes) onTooMuch();
      else pump();
    },
  };
}

const weightOf = (bytes: Uint8Array): number => Math.max(bytes.length, leastBytes);
