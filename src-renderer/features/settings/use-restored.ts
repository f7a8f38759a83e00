// A restored book is opened by loading the page again: what is to be said afterwards waits in
// the window's own memory.

import { useEffect, useState } from 'react';

const key = 'rapport-restored';

type Restored = {
  /** How many people the book of before had; undefined where none was restored just now. */
  was: number | undefined;
  note: (people: number) => void;
  forget: () => void;
};

const forget = (): void => sessionStorage.removeItem(key);

export function useRestored(): Restored {
  const [was] = useState(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : Number(kept);
  });
  useEffect(forget, []);
  return { was, forget, note: (people) => sessionStorage.setItem(key, String(people)) };
}
