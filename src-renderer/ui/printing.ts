// Whether a sheet is drawn for the printer: then values stand as text, and lists whole.

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isPrinting = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next === isPrinting) return;
  isPrinting = next;
  for (const listener of listeners) listener();
}

const media = matchMedia('print');
media.addEventListener('change', () => set(media.matches));
// The browser prints what stands there when this returns.
window.addEventListener('beforeprint', () => flushSync(() => set(true)));
window.addEventListener('afterprint', () => set(media.matches));

export const usePrinting = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isPrinting,
  );

/** So many rows of a list are printed. */
export const mostPrinted = 1_000;
const longestWaitMs = 10_000;

/** Draws the sheet, waits for the rows that are on their way, and prints. */
export function printPage(): void {
  void drawSheet().then(() => window.print());
}

/** Draws the sheet, has `make` take it as it is printed, and the page is as it was. */
export async function withSheet<T>(make: () => Promise<T>): Promise<T> {
  await drawSheet();
  try {
    return await make();
  } finally {
    set(media.matches);
  }
}

function drawSheet(): Promise<void> {
  const latest = performance.now() + longestWaitMs;
  set(true);
  return new Promise((resolve) => {
    const look = (): void => {
      const isWaiting = document.querySelector('[data-on-its-way]') !== null;
      if (isWaiting && performance.now() < latest) requestAnimationFrame(look);
      else resolve();
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
}
