// Of many doubles some are drawn at a time; none is ever out of reach.

import { expect, test } from 'vitest';

import { cardsShown, inOrder } from '../../../src-renderer/features/doubles/cards-shown.ts';

test('the surest stand first, each band in its own order', () => {
  const of = (band: 'certain' | 'likely' | 'possible', id: number) => ({ band, id });
  const found = [of('possible', 1), of('certain', 2), of('likely', 3), of('certain', 4)];
  expect(inOrder(found).map(({ id }) => id)).toEqual([2, 4, 3, 1]);
});

test('as many as are asked for, and always the one being decided with some below it', () => {
  const all = Array.from({ length: 100 }, (_, at) => at);
  expect(cardsShown(all, 25, -1)).toHaveLength(25);
  expect(cardsShown(all, 25, 5)).toHaveLength(25);
  expect(cardsShown(all, 25, 24)).toHaveLength(28);
  expect(cardsShown(all, 25, 99)).toEqual(all);
});
