// Jumps in a list until the rows there are painted. The same code runs in our window and
// in the peer's page.

import type { Page } from 'playwright-core';

const stops = 80;

/** Shows only those with a tag. */
export async function filterByTag(page: Page, tag: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Tag', exact: true }).fill(tag);
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').getByText(`Tag is ${tag}`).waitFor();
  await page.waitForFunction(() => /^\d[\d,]* (person|people)$/m.test(document.body.innerText));
}

/** Milliseconds from the jump to the frame that shows its rows; `turn` says where to. */
export function timeJump(page: Page, turn: number): Promise<number> {
  return page.getByRole('grid').evaluate(
    (grid, share) =>
      new Promise<number>((resolve, reject) => {
        const first = (): HTMLElement | null => {
          const height = document.querySelector<HTMLElement>('[role=row][id]')?.offsetHeight ?? 48;
          return document.getElementById(`row-${Math.floor(grid.scrollTop / height) + 1}`);
        };
        const isThere = (): boolean => {
          const rows = [...document.querySelectorAll('[role=row][id]')];
          return (
            first() !== null &&
            rows.length > 5 &&
            rows.every((row) => row.querySelector('.who') !== null)
          );
        };
        const look = (): void => {
          if (performance.now() - began > 30_000) reject(new Error('the rows never came'));
          if (!isThere()) return void requestAnimationFrame(look);
          // A task after the frame's callbacks comes when it has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - began);
          port2.postMessage(0);
        };
        const began = performance.now();
        grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * share;
        requestAnimationFrame(look);
      }),
    ((turn * 37) % stops) / stops,
  );
}
