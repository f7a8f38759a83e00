// Remembers the last few thousand message ids, so that a message that comes back over
// another hub goes no further.

export type Seen = { /** False when it was there. */ add: (id: string) => boolean };

export function createSeen(most: number): Seen {
  let [young, old] = [new Set<string>(), new Set<string>()];
  return {
    add: (id) => {
      if (young.has(id) || old.has(id)) return false;
      if (young.size >= most / 2) [young, old] = [new Set(), young];
      young.add(id);
      return true;
    },
  };
}
