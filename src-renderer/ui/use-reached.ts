// A list that is come back to after its records were gone through is found at the last of them.

import { useEffect, useRef, useState } from 'react';

import { forgetReached, rowReached } from './list-walk.ts';

type Reached = {
  /** Undefined where nobody went on from row to row. */
  row: number | undefined;
  /** Brings it into view, where it is there, before something else. */
  before: (next: () => void) => () => void;
};

export function useReached(of: string, count: number, scrollTo: (row: number) => void): Reached {
  const [row] = useState(() => rowReached(of));
  const isShown = useRef(false);
  useEffect(() => {
    if (row === undefined || row >= count || isShown.current) return;
    isShown.current = true;
    forgetReached();
    scrollTo(row);
  }, [row, count, scrollTo]);
  return {
    row,
    before: (next) => () => {
      if (row !== undefined && row < count) scrollTo(row);
      next();
    },
  };
}
