// What is heavy and not looked at first is drawn when the rest of the page stands.

import { type ReactNode, startTransition, useEffect, useState } from 'react';

/** `height`: the place it will take, in pixels, so that nothing jumps. */
export function AfterPaint({ height, children }: { height: number; children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setDue(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isDue ? children : <div style={{ minHeight: height }} />;
}
