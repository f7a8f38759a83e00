// A table of texts to numbers that holds 64 bits of each text instead of the text: half a
// million rows have some two million keys. Two of so many collide once in ten
// million files, and then only rows whose names agree become one.

export type KeyTable = {
  get(key: string): number | undefined;
  set(key: string, value: number): void;
};

/** Values are whole numbers from 0 to 2³² - 2. */
export function createKeyTable(): KeyTable {
  let slots = newSlots(1 << 12);
  let used = 0;
  return {
    get(key) {
      const at = findSlot(slots, low(key), high(key));
      const value = slots.values[at] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    set(key, value) {
      if (used * 3 >= slots.values.length * 2) slots = grown(slots);
      used += put(slots, low(key), high(key), value + 1);
    },
  };
}

/** Open addressing; a value of 0 is a free slot. */
type Slots = { lows: Uint32Array; highs: Uint32Array; values: Uint32Array };

const newSlots = (count: number): Slots => ({
  lows: new Uint32Array(count),
  highs: new Uint32Array(count),
  values: new Uint32Array(count),
});

function findSlot({ lows, highs, values }: Slots, low: number, high: number): number {
  const mask = values.length - 1;
  let at = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
  while (values[at] !== 0 && (lows[at] !== low || highs[at] !== high)) at = (at + 1) & mask;
  return at;
}

/** Returns how many slots it has taken. */
function put(slots: Slots, low: number, high: number, value: number): 0 | 1 {
  const at = findSlot(slots, low, high);
  const isNew = slots.values[at] === 0;
  slots.lows[at] = low;
  slots.highs[at] = high;
  slots.values[at] = value;
  return isNew ? 1 : 0;
}

function grown(slots: Slots): Slots {
  const next = newSlots(slots.values.length * 2);
  slots.values.forEach((value, at) => {
    if (value !== 0) put(next, slots.lows[at] ?? 0, slots.highs[at] ?? 0, value);
  });
  return next;
}

const low = (key: string): number => mixed(key, 0x811c9dc5, 0x01000193);
const high = (key: string): number => mixed(key, 0x2545f491, 0x85ebca6b);

function mixed(key: string, seed: number, factor: number): number {
  let hash = seed ^ key.length;
  for (let at = 0; at < key.length; at += 1)
    hash = Math.imul(hash ^ key.charCodeAt(at), factor) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}
