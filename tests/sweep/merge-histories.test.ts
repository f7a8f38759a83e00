// Histories of merges: twenty thousand of them run with every `npm test`, and TEST_RUNS=2.5 makes
// it a million.

import { expect, test } from 'vitest';

import { runMergeHistory } from '../support/records/merge-histories.ts';
import { testRuns, testSeed } from '../support/seeded.ts';

test('no history of merges loses somebody or what they have', async () => {
  let kept = 0;
  for (let run = 0; run < testRuns(400_000); run++) {
    await runMergeHistory(testSeed + run);
    kept += 1;
  }
  expect(kept).toBe(testRuns(400_000));
});

test('nor one in which people choose what stays', async () => {
  let kept = 0;
  for (let run = 0; run < testRuns(100_000); run++) {
    await runMergeHistory(testSeed + run, 'person', { isChosen: true });
    kept += 1;
  }
  expect(kept).toBe(testRuns(100_000));
});
