// Randomness that can be replayed: TEST_SEED picks it, TEST_RUNS multiplies how often.
// `npm test` takes the seed from the commit: each explores anew, and fails again if it fails.

import fc from 'fast-check';

/** mulberry32: small, good enough for tests; values in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const testSeed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);

fc.configureGlobal({ seed: testSeed });

export const testRuns = (usual: number): number =>
  Math.max(1, Math.round(usual * Number(process.env['TEST_RUNS'] ?? 1)));
