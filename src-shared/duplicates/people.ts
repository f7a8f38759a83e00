// People are compared by their names and by what reaches them.

import { blockKeys, isNameKey } from './blocks.ts';
import { frequencyOf } from './frequency.ts';
import type { Measure } from './measure.ts';
import { scoreOf } from './score.ts';
import type { Traits } from './traits.ts';

export function personMeasure(all: readonly Traits[]): Measure<Traits> {
  const frequency = frequencyOf(all);
  return { keysOf: blockKeys, isNameKey, score: (a, b) => scoreOf(a, b, frequency) };
}
