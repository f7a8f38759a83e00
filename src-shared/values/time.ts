// Points in time as records keep them.

const earliest = -62_135_596_800_000;
const latest = 253_402_300_799_999;

/** ms since 1970, from the year 1 to 9999: what every calendar, formatter and file can say. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= earliest && value <= latest;

/** The nearest such time. */
export const withinTime = (value: number): number => Math.min(Math.max(value, earliest), latest);
