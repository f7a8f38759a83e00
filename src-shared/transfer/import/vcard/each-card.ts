// The cards of a file one by one, with room for others between them.

import { fail, ok, type Result } from '../../../domain/result.ts';
import { maxRows, type ReadWork } from '../source.ts';
import { type CardText, readCards } from './cut-cards.ts';

const atOnce = 200;

/** `file-too-large` beyond the rows a plan holds; `cancelled`. */
export async function eachCard(
  text: string,
  work: ReadWork,
  take: (card: CardText) => void,
): Promise<Result<null>> {
  let taken = 0;
  for (const card of readCards(text)) {
    take(card);
    taken += 1;
    if (taken > maxRows) return fail('file-too-large', { rows: taken, limit: maxRows });
    if (taken % atOnce !== 0) continue;
    if (work.signal?.aborted === true) return fail('cancelled');
    await work.yieldNow();
  }
  return work.signal?.aborted === true ? fail('cancelled') : ok(null);
}
