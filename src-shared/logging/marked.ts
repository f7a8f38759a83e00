// Parts of a line that say themselves what they are: "promise: …", "outcome: …", "call again in
// 2 weeks". Each ends where the next begins, at the end of a sentence, or behind its day.

import type { When } from '../values/when-words.ts';
import { type Again, againIn, putAgain } from './again.ts';
import { comingWhen, type Reading, type Span, trimmed, wants, without } from './line-parts.ts';
import { personAt } from './people.ts';
import { type Promised, promisedIn } from './promised.ts';
import { matchAt } from './said-words.ts';

const outcomes = /(?<=^|[\s,;.–-])(?:outcome|result|ergebnis):/giu;

type Marked = Promised | Again | (Span & { mark: 'outcome'; behind: number });

/** In the order of the text; what they say is put down. */
export function readMarked(reading: Reading): Span[] {
  const found: Marked[] = [
    ...promisedIn(reading),
    ...[...reading.text.matchAll(outcomes)].map(({ 0: said, index }) => ({
      mark: 'outcome' as const,
      from: index,
      behind: index + said.length,
      to: index,
    })),
    ...againIn(reading),
  ].toSorted((a, b) => a.from - b.from || b.behind - a.behind);
  const spans: Span[] = [];
  for (const [at, one] of found.entries()) {
    if (one.from < (spans.at(-1)?.to ?? 0)) continue;
    const next = found.slice(at + 1).find(({ from }) => from >= one.behind);
    const end = sentenceEnd(reading.text, one.behind, next?.from);
    const to = put(reading, one, end);
    if (to !== undefined) spans.push({ from: one.from, to });
  }
  reading.taken.push(...spans);
  return spans;
}

function sentenceEnd(text: string, from: number, most = text.length): number {
  const at = text.slice(from, most).search(/[;\n]|(?<!\d)[.!?](?=\s)/u);
  return at === -1 ? most : from + at;
}

/** Where it ends; undefined where it is none after all. */
function put(reading: Reading, one: Marked, end: number): number | undefined {
  if (one.mark === 'again') return putAgain(reading, one, end);
  if (one.mark !== 'outcome') return putPromise(reading, one, end);
  const { text, found } = reading;
  const outcome = trimmed(text.slice(one.behind, end));
  if (outcome === '' || found.outcome !== undefined || !wants(reading, 'outcome')) return undefined;
  found.outcome = outcome;
  return end;
}

function putPromise(
  reading: Reading,
  { mark, from, behind, until, to: whole, toWhom }: Promised,
  end: number,
): number | undefined {
  const { text, found } = reading;
  const last = until ?? end;
  const due = comingWhen(reading, behind, last);
  const to = endOfPromise(reading, due, last);
  const said = trimmed(without(text, behind, to, due)).replace(/^to (?=\p{L})/iu, '');
  if (said === '' || !wants(reading, `promise ${said}`)) return undefined;
  const spans = { from, to: until === undefined ? to : whole };
  found.promises.push({ ...spans, by: mark, text: said, ...(due === undefined ? {} : { due }) });
  if (toWhom !== undefined && wants(reading, 'people')) found.people.push(toWhom);
  return spans.to;
}

/** What goes on behind its day with a comma, or with somebody's name, is no more of it. */
function endOfPromise(reading: Reading, due: When | undefined, end: number): number {
  if (due === undefined) return end;
  const behind = reading.text.slice(due.to, end);
  if (/^\s*,/.test(behind)) return due.to;
  const gap = /^\s*/u.exec(behind)?.[0].length ?? 0;
  const glue = matchAt(withSomebody, reading.text, due.to + gap);
  if (glue === undefined) return end;
  const person = personAt(reading, due.to + gap + glue.length, end, false);
  return person !== undefined && /^\s*[.,]?\s*$/u.test(reading.text.slice(person.to, end))
    ? due.to
    : end;
}

const withSomebody = /(?:with|mit) /iuy;
