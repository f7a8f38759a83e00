// What a cell has no room for is said by the mouse. One listener for a whole grid: most cells
// have room, and a tooltip for each would cost more than its words.

import type { SyntheticEvent } from 'react';

export function showWholeText({ target, currentTarget }: SyntheticEvent<HTMLElement>): void {
  if (!(target instanceof HTMLElement)) return;
  for (let at: HTMLElement | null = target; at !== null; at = at.parentElement) {
    if (at === currentTarget || at.title !== '') return;
    if (isCut(at)) {
      at.title = at.textContent;
      return;
    }
  }
}

const isCut = (element: HTMLElement): boolean =>
  getComputedStyle(element).overflowX === 'hidden' &&
  (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 2);
