// How far something is scrolled, kept with the entry of the history: whoever comes back finds
// what they had before them. What is on the way may still be too short for it: it is tried
// again as it grows, until somebody scrolls.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

import { keepInEntry, keptInEntry } from './entry.ts';

type Place = { of: string; top: number; active: number };

const restMs = 120;
/** How long what is scrolled may take to come. */
const patienceMs = 5_000;

export function keptPlace(name: string, of: string): Place | undefined {
  const kept = keptInEntry(name) as Partial<Place> | undefined;
  return kept?.of === of && typeof kept.top === 'number'
    ? { of, top: kept.top, active: kept.active ?? -1 }
    : undefined;
}

type Options = {
  /** Under which it is kept: one name for each scroller of a page. */
  name: string;
  /** What is shown: another has another place. */
  of: string;
  scroller: RefObject<HTMLElement | null>;
  /** The row that is active; -1 for none. */
  active?: number;
  onBack?: () => void;
};

export function usePlace({ name, of, scroller, active = -1, onBack }: Options): void {
  const wanted = useRef<number>(undefined);
  const now = useRef({ active, onBack });
  const save = useCallback(() => {
    const element = scroller.current;
    if (element === null || wanted.current !== undefined) return;
    const place = { of, top: Math.round(element.scrollTop), active: now.current.active };
    const kept = keptPlace(name, of) ?? { of, top: 0, active: -1 };
    if (kept.top !== place.top || kept.active !== place.active) keepInEntry(name, place);
  }, [name, of, scroller]);
  useEffect(() => {
    now.current = { active, onBack };
  });
  useEffect(save, [active, save]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const top = keptPlace(name, of)?.top ?? 0;
    const until = performance.now() + patienceMs;
    let frame = 0;
    const tryIt = (): void => {
      element.scrollTop = top;
      if (element.scrollTop < top - 1 && performance.now() < until) {
        frame = requestAnimationFrame(tryIt);
        return;
      }
      wanted.current = undefined;
      if (keptPlace(name, of) !== undefined) now.current.onBack?.();
    };
    wanted.current = top;
    tryIt();
    const giveUp = (): void => {
      cancelAnimationFrame(frame);
      wanted.current = undefined;
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(save, restMs);
    };
    // Before a click or a key leads elsewhere, and before the page goes.
    const atOnce = (): void => {
      giveUp();
      save();
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('scroll', soon, { signal, passive: true });
    element.addEventListener('wheel', giveUp, { signal, passive: true });
    for (const type of ['pointerdown', 'keydown', 'click'] as const)
      window.addEventListener(type, atOnce, { signal, capture: true });
    window.addEventListener('pagehide', save, { signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
      giveUp();
    };
  }, [name, of, scroller, save]);
}
