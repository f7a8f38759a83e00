// JSON with one spelling: keys in order, no spaces. What is signed or hashed is this.

const deepest = 6;

/** Undefined for what is nested deeper than anything we sign. */
export function canonicalJson(value: unknown, left = deepest): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (left === 0) return undefined;
  const parts = Array.isArray(value)
    ? value.map((one) => canonicalJson(one, left - 1))
    : Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => withKey(key, canonicalJson(one, left - 1)));
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`;
}

const withKey = (key: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
