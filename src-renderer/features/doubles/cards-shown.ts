// Which cards of doubles are drawn: the surest first, as many as are looked through at once.

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { Band } from '../../../src-shared/duplicates/measure.ts';

export const bands: readonly Band[] = ['certain', 'likely', 'possible'];
export const cardsAtOnce = 25;
/** So many stand below the one that is being decided. */
const ahead = 3;

/** As they stand on the page. */
export const inOrder = <C extends Pick<DoublesCluster, 'band'>>(clusters: readonly C[]): C[] =>
  bands.flatMap((band) => clusters.filter((one) => one.band === band));

/** `at`: where the one is that is being decided; -1 for none. */
export const cardsShown = <C>(ordered: readonly C[], limit: number, at: number): C[] =>
  ordered.slice(0, Math.max(limit, at + 1 + ahead));
