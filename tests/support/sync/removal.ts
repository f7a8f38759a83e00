// A member is removed from a simulated team. Whoever has heard of it ends its links to the
// removed one and makes no more; it is heard of over every link between those who stay.

import type { SyncNet } from './sync-net.ts';

export type Removal = {
  /** Undefined while nobody is removed. */
  gone: () => number | undefined;
  /** `by` removes `whom`; who is linked to it hears of it at once. */
  remove: (whom: number, by: number) => void;
  /** Links two, unless one of them knows that the other is removed. */
  connect: (a: number, b: number) => void;
  /** All who stay have heard of it. */
  tellAll: () => void;
};

export function openRemoval(net: SyncNet, size: number): Removal {
  let gone: number | undefined;
  const knowing = new Set<number>();
  const spread = (): void => {
    if (gone === undefined) return;
    // A set that grows while it is gone through is gone through to its end.
    for (const one of knowing) {
      net.cut(one, gone);
      for (let other = 0; other < size; other++)
        if (other !== gone && net.isConnected(one, other)) knowing.add(other);
    }
  };
  return {
    gone: () => gone,
    remove: (whom, by) => {
      gone = whom;
      knowing.add(by);
      spread();
    },
    connect: (a, b) => {
      const isRefused = (a === gone && knowing.has(b)) || (b === gone && knowing.has(a));
      if (!isRefused) net.connect(a, b);
      spread();
    },
    tellAll: () => {
      for (let one = 0; one < size; one++) if (one !== gone) knowing.add(one);
      spread();
    },
  };
}
