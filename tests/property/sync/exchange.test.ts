import { test } from 'vitest';

import { runHistory } from '../../support/sync/histories.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

test('after any weather a connected team agrees, and nothing private was ever sent', async () => {
  for (let run = 0; run < testRuns(40); run++) await runHistory(testSeed + run);
});
