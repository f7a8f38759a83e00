// What follows the beginning of a line, part by part: one that says only when, what about, with
// whom or that nobody answered is understood; any other stays the text.

import { readDirection, readTopic, readWhen } from './head.ts';
import { type Reading, type Span, wants } from './line-parts.ts';
import { personAt } from './people.ts';
import { matchAt, toSomebody } from './said-words.ts';

export function readClauses(reading: Reading, start: number, marked: readonly Span[]): void {
  for (const { from, to } of clausesIn(reading.text, start, marked)) {
    const before = { ...reading.found };
    const end = readWhole(reading, from, to);
    if (end === undefined) continue;
    if (reading.text.slice(end, to).trim() === '') reading.taken.push({ from, to });
    // Only the beginning of it was, so it is a sentence.
    else reading.found = before;
  }
}

function readWhole(reading: Reading, from: number, to: number): number | undefined {
  return (
    readWhen(reading, from, to) ??
    readDirection(reading, from, to) ??
    readTopic(reading, from, to) ??
    readSomebody(reading, from, to)
  );
}

function readSomebody(reading: Reading, from: number, to: number): number | undefined {
  const glue = matchAt(toSomebody, reading.text, from);
  if (glue === undefined || !wants(reading, 'people')) return undefined;
  const person = personAt(reading, from + glue.length + 1, to, false);
  if (person === undefined) return undefined;
  reading.found = { ...reading.found, people: [...reading.found.people, person] };
  return person.to;
}

/** Between commas and sentence ends, those that are marked left out. */
function clausesIn(text: string, start: number, marked: readonly Span[]): Span[] {
  const clauses: Span[] = [];
  let from = start;
  const parts = [...marked, { from: text.length, to: text.length }];
  for (const mark of parts) {
    const piece = text.slice(from, Math.max(from, mark.from));
    let at = from;
    for (const part of piece.split(/([,;\n](?!\d)|(?<!\d)[.!?](?=\s|$))/u)) {
      const [lead = ''] = /^[\s–-]*/u.exec(part) ?? [];
      const words = part.trim();
      if (/[\p{L}\p{N}]/u.test(words))
        clauses.push({ from: at + lead.length, to: at + part.trimEnd().length });
      at += part.length;
    }
    from = Math.max(from, mark.to);
  }
  return clauses;
}
