// Breaks well-formed bytes and texts in the ways a hostile or faulty sender would.

export function mutated(bytes: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const at = (): number => Math.floor(random() * Math.max(1, copy.length));
  const roll = random();
  if (roll < 0.35) {
    for (let left = 1 + Math.floor(random() * 4); left > 0; left--)
      copy[at()] = Math.floor(random() * 256);
    return copy;
  }
  if (roll < 0.5) return copy.slice(0, at());
  if (roll < 0.6) return new Uint8Array([...copy, ...copy.slice(at())]);
  if (roll < 0.75) {
    const [from, to] = [at(), at()];
    return new Uint8Array([
      ...copy.slice(0, Math.min(from, to)),
      ...copy.slice(Math.max(from, to)),
    ]);
  }
  if (roll < 0.9) {
    copy.set(copy.slice(at(), at()), 0);
    return copy;
  }
  return Uint8Array.from({ length: Math.floor(random() * 300) }, () => Math.floor(random() * 256));
}

/** A value of JSON with some of its leaves replaced by what nobody expects. */
export function twisted(value: unknown, random: () => number): unknown {
  if (random() < 0.06) return odd[Math.floor(random() * odd.length)];
  if (Array.isArray(value)) return value.map((one) => twisted(one, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    random() < 0.03 ? '__proto__' : key,
    twisted(one, random),
  ]);
  return Object.fromEntries(entries);
}

const odd: unknown[] = [
  null,
  '',
  -1,
  0,
  1e308,
  true,
  [],
  {},
  'x'.repeat(70_000),
  '\u202e\u0000',
  Number.MAX_SAFE_INTEGER + 1,
  { toString: 1 },
  Array.from({ length: 300 }, () => 'a'),
  '__proto__',
];
