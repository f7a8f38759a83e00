// The simulation: five thousand histories; TEST_RUNS=400 makes it two million, a small share of
// them runs with every `npm test`.

import { expect, test } from 'vitest';

import { runHistory } from '../support/sync/histories.ts';
import { testRuns, testSeed } from '../support/seeded.ts';

test('all histories of teams end in agreement', async () => {
  let agreed = 0;
  for (let run = 0; run < testRuns(5_000); run++) {
    await runHistory(testSeed + run);
    agreed += 1;
  }
  expect(agreed).toBe(testRuns(5_000));
});
