// What a line says that somebody writes down about what happened: "call Ana and Ben about the
// quote yesterday 14:00, promise: send it by Fri". Pure: who is known, the time and the zone
// are handed in. What is understood is cut out by its span; the rest stays the text, and no
// letter is in neither.

import { whensIn } from '../values/when-words.ts';
import { readClauses } from './clauses.ts';
import { readHead } from './head.ts';
import type { LineRead, LineReader, Reading } from './line-parts.ts';
import { readMarked } from './marked.ts';
import { readPlan } from './plan.ts';
import { restOf } from './rest.ts';

/** Nobody writes more in a line; what is behind it stays as it is. */
const longest = 2_000;

export function readLine(line: string, reader: LineReader): LineRead {
  const text = line.slice(0, longest);
  const reading: Reading = {
    text,
    reader,
    whens: whensIn(text, { ...reader, toward: 'past' }),
    asked: new Set(),
    found: { people: [], promises: [] },
    taken: [],
  };
  const marked = readMarked(reading);
  const end = readHead(reading, marked[0]?.from ?? text.length);
  readClauses(reading, end, marked);
  readPlan(reading);
  const taken = reading.taken.toSorted((a, b) => a.from - b.from);
  const { people, promises, ...found } = reading.found;
  return {
    ...found,
    people,
    promises,
    taken,
    rest: restOf(text, taken) + line.slice(longest),
    asked: [...reading.asked],
  };
}
