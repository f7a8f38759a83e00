// What a piece of work takes: of the clock, and of the processor, which others who use the
// machine meanwhile change less.

/** Milliseconds. */
export type Used = { ms: number; cpu: number };

/** Begins to measure; the answer tells what has been used since. */
export function startMeasuring(): () => Used {
  const before = process.cpuUsage();
  const began = performance.now();
  return () => {
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    return { ms, cpu: (user + system) / 1_000 };
  };
}
