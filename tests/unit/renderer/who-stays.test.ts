// Who stays where nobody has chosen.
import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { whoStays } from '../../../src-renderer/features/doubles/who-stays.ts';

const person = (id: string, fields: object, createdAt = 1) =>
  ({ id, fields, sets: {}, createdAt }) as unknown as RecordDoc;

test('to whom most leads stays, then who says most, then the eldest', () => {
  const said = person('a', { given: 'Ana', family: 'Roe' });
  const linked = person('b', { given: 'Ana' });
  const old = person('c', { given: 'Ana', family: 'Roe' }, 0);
  expect(whoStays([said, linked], { a: 0, b: 3 })).toBe(linked);
  expect(whoStays([linked, said], { a: 2, b: 2 })).toBe(said);
  expect(whoStays([said, old], undefined)).toBe(old);
});
