// What is heavy and not looked at first is drawn when the rest of the page stands.

import { type ReactNode, startTransition, useEffect, useState } from 'react';

import { useBegin } from '../data/first-answers.tsx';

/** `height`: the place it will take, in pixels, so that nothing jumps. */
export function AfterPaint({ height, children }: { height: number; children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  const begin = useBegin();
  useEffect(() => {
    if (isDue) return undefined;
    const drawn = begin?.();
    const frame = requestAnimationFrame(() => startTransition(() => setDue(true)));
    return () => {
      cancelAnimationFrame(frame);
      drawn?.();
    };
  }, [isDue, begin]);
  return isDue ? children : <div style={{ minHeight: height }} />;
}
