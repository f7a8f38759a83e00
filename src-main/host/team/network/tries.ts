// How often what strangers say is acted upon: a few times in a while for each key. Who
// floods uses up its own keys; the honest say so again.

export type Tries = {
  /** False where the key has had its tries for now. */ may: (key: string) => boolean;
};

/** `most` for each key within `ms`; `mostOfAll` for all keys together. */
export function createTries(
  most: number,
  mostOfAll: number,
  ms: number,
  now: () => number = Date.now,
): Tries {
  let counts = new Map<string, number>();
  let all = 0;
  let began = now();
  return {
    may: (key) => {
      if (now() - began >= ms) {
        counts = new Map();
        all = 0;
        began = now();
      }
      const count = counts.get(key) ?? 0;
      if (count >= most || all >= mostOfAll) return false;
      counts.set(key, count + 1);
      all += 1;
      return true;
    },
  };
}
