// One line of JSON for each measure; the peer is measured in the same run.

export type Measure = {
  name: string;
  size: number;
  value: number;
  unit: string;
  /** What it is held against; absent where the mark is a plain number. */
  peer?: string;
  /** Words where it did not finish: then nothing is judged. */
  peerValue?: number | string;
  /**
   * The most (or, with `atLeast`, the least) that passes: of the ratio if there is a peer,
   * else of the value. Left out where a number is only reported.
   */
  mark?: number;
  atLeast?: boolean;
};

export function report(measure: Measure): void {
  const { name, size, value, unit, peer = null, peerValue = null, mark, atLeast = false } = measure;
  const ratio =
    typeof peerValue !== 'number' ? null : atLeast ? peerValue / value : value / peerValue;
  const judged = ratio ?? value;
  const isGood = mark === undefined ? null : atLeast ? judged >= mark : judged <= mark;
  const line = {
    name,
    size,
    value: round(value),
    unit,
    peer,
    peerValue: typeof peerValue === 'number' ? round(peerValue) : peerValue,
    ratio: ratio === null ? null : round(ratio),
    mark: mark ?? null,
    ok: typeof peerValue === 'string' ? null : isGood,
  };
  console.log(JSON.stringify(line));
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Samples of ours and of the peer in turns, so that a machine that slows down slows both.
 * Who comes first changes: the first of the two may find the processor's caches cold.
 */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<number> | number,
  peer: (round: number) => Promise<number> | number,
): Promise<{ ours: number[]; peer: number[] }> {
  const samples: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 1) samples.peer.push(await peer(round));
    samples.ours.push(await ours(round));
    if (round % 2 === 0) samples.peer.push(await peer(round));
  }
  return samples;
}

const round = (value: number): number => Math.round(value * 100) / 100;
