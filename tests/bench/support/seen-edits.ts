// From Enter in one page to the new value in the other's field `Nickname`.

import type { Page } from 'playwright-core';
import { editorOf } from '../../support/window/values.ts';

/** In ms; an edit that takes longer is lost. */
const mostWait = 30_000;

export async function timeSeenEdit(a: Page, b: Page, value: string): Promise<number> {
  const seen = b.evaluate(
    ([wanted, most]) =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        const look = (): void => {
          const field = [...document.querySelectorAll('input')].find((one) => one.value === wanted);
          if (performance.now() - began > most) reject(new Error(`${wanted} was never seen`));
          else if (field === undefined) setTimeout(look, 1);
          else resolve(performance.timeOrigin + performance.now());
        };
        look();
      }),
    [value, mostWait] as const,
  );
  const nickname = await editorOf(a, 'Nickname');
  await nickname.fill(value);
  const pressed = a.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const note = (event: KeyboardEvent): void =>
          resolve(performance.timeOrigin + event.timeStamp);
        document.addEventListener('keydown', note, { once: true, capture: true });
      }),
  );
  await nickname.press('Enter');
  return (await seen) - (await pressed);
}
