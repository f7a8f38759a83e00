// The long run of the property: a million statements; TEST_RUNS multiplies it.

import { expect, test } from 'vitest';

import { runMembershipHistory } from '../support/sync/membership-histories.ts';
import { testRuns, testSeed } from '../support/seeded.ts';

test('a million statements of hostile devices bring none of them back', () => {
  const wanted = testRuns(1_000_000);
  let statements = 0;
  for (let run = 0; statements < wanted; run++) {
    const history = runMembershipHistory(testSeed + run);
    expect(history.wrong, `TEST_SEED=${testSeed + run}`).toEqual([]);
    statements += history.statements;
  }
});
