import { expect, test } from 'vitest';

import { runMembershipHistory } from '../../support/sync/membership-histories.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

test('whatever hostile devices sign, once removed neither they nor their guests are in', () => {
  const wanted = testRuns(20_000);
  let statements = 0;
  for (let run = 0; statements < wanted; run++) {
    const history = runMembershipHistory(testSeed + run);
    expect(history.wrong, `TEST_SEED=${testSeed + run}`).toEqual([]);
    statements += history.statements;
  }
});
