// What a page asks for when it opens is drawn in one go: nothing jumps as one answer after the
// other comes. An answer may lead to another question, so it waits until none has been open for
// two frames.

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** Says that something is on the way; what it gives says that it came, or is no longer wanted. */
type Begin = () => () => void;

const Context = createContext<Begin | undefined>(undefined);

/** Undefined where nothing waits for it. */
export const useBegin = (): Begin | undefined => useContext(Context);

/** A page that cannot have all of its answers is shown without them. */
const patienceMs = 2_000;

/** What it holds keeps its place, and is not seen, until everything it asked for is there. */
export function FirstAnswers({ children }: { children: ReactNode }) {
  const [isWhole, setWhole] = useState(false);
  const [waiting] = useState(() => createWaiting(() => setWhole(true)));
  useEffect(() => waiting.start(), [waiting]);
  return (
    <Context value={waiting.begin}>
      <div className="first-answers" data-waiting={!isWhole || undefined}>
        {children}
      </div>
    </Context>
  );
}

function createWaiting(onWhole: () => void): { begin: Begin; start: () => () => void } {
  let open = 0;
  let frame = 0;
  const calm = (): void => {
    cancelAnimationFrame(frame);
    if (open > 0) return;
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(onWhole);
    });
  };
  return {
    begin: () => {
      let isOpen = true;
      open += 1;
      cancelAnimationFrame(frame);
      return () => {
        if (!isOpen) return;
        isOpen = false;
        open -= 1;
        calm();
      };
    },
    start: () => {
      calm();
      const timer = setTimeout(onWhole, patienceMs);
      return () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
      };
    },
  };
}
