// Whom an export or a bulk edit is about: people chosen by hand, or everybody a list shows,
// whom the host finds by the view.

import type { View } from '../../src-shared/query/view.ts';

export type ChosenByView = {
  by: 'view';
  view: View;
  /** What is searched for among them; empty for nothing. */
  text: string;
  /** Let go by hand. */
  without: readonly string[];
};
export type Chosen = { by: 'hand'; ids: readonly string[] } | ChosenByView;

let handed: Chosen | undefined;

/** Hands them from one page to another of this window. */
export function handOver(chosen: Chosen): void {
  handed = chosen;
}

export const handedOver = (): Chosen | undefined => handed;
