// Parts of a line that say themselves what they are: "promise: …", "outcome: …", "call again in
// 2 weeks". Each ends where the next begins, at the end of a sentence, or behind its day.

import { type When, whensIn } from '../values/when-words.ts';
import { type Reading, type Span, wants } from './line-parts.ts';

type Mark = 'us' | 'them' | 'outcome' | 'again';

const begins = String.raw`(?<=^|[\s,;.–-])`;
const marks: readonly { mark: Mark; words: RegExp }[] = [
  {
    mark: 'them',
    words: new RegExp(
      `${begins}(?:(?:they|he|she)(?: has| have)? promised?|(?:sie|er) (?:hat |haben )?(?:versprechen|verspricht|versprochen)|zugesagt)(?::|(?= ))`,
      'giu',
    ),
  },
  {
    mark: 'us',
    words: new RegExp(
      `${begins}(?:(?:we promise|promised?|versprechen|versprochen):|(?:i|we) promised?(?= )|(?:ich habe |wir haben )versprochen(?::|(?= )))`,
      'giu',
    ),
  },
  { mark: 'outcome', words: new RegExp(`${begins}(?:outcome|result|ergebnis):`, 'giu') },
  {
    mark: 'again',
    words: new RegExp(
      `${begins}(?:(?:call|phone|ring|write|mail|meet|see|talk)(?: \\p{L}+)? again|follow[- ]?up|check back|remind me|(?:nochmal|noch einmal|wieder) (?:anrufen|schreiben|treffen|melden)|nachfassen|wiedervorlage|erinnere mich|erinnern)(?!\\p{L})`,
      'giu',
    ),
  },
];

type Marked = Span & { mark: Mark; behind: number };

/** In the order of the text; what they say is put down. */
export function readMarked(reading: Reading): Span[] {
  const found = marks
    .flatMap(({ mark, words }): Marked[] =>
      [...reading.text.matchAll(words)].map(({ 0: said, index }) => ({
        mark,
        from: index,
        behind: index + said.length,
        to: index,
      })),
    )
    .toSorted((a, b) => a.from - b.from || b.behind - a.behind);
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
function put(reading: Reading, { mark, from, behind }: Marked, end: number): number | undefined {
  const { text, found } = reading;
  switch (mark) {
    case 'outcome': {
      const outcome = trimmed(text.slice(behind, end));
      if (outcome === '' || found.outcome !== undefined || !wants(reading, 'outcome'))
        return undefined;
      found.outcome = outcome;
      return end;
    }
    case 'again': {
      const comma = text.slice(behind, end).search(/,(?!\d)/);
      const to = comma === -1 ? end : behind + comma;
      const when = lastWhen(reading, from, to);
      if (when === undefined || found.followUp !== undefined || !wants(reading, 'followUp'))
        return undefined;
      found.followUp = { from, to, text: trimmed(without(text, from, to, when)), when };
      return to;
    }
    case 'us':
    case 'them': {
      const due = lastWhen(reading, behind, end);
      const to = due !== undefined && /^\s*,/.test(text.slice(due.to)) ? due.to : end;
      const said = trimmed(without(text, behind, to, due));
      if (said === '' || !wants(reading, `promise ${said}`)) return undefined;
      found.promises.push({
        from,
        to,
        by: mark,
        text: said,
        ...(due === undefined ? {} : { due }),
      });
      return to;
    }
  }
}

function lastWhen({ text, reader }: Reading, from: number, to: number): When | undefined {
  const when = whensIn(text.slice(from, to), { ...reader, toward: 'future' }).at(-1);
  return when && { ...when, from: when.from + from, to: when.to + from };
}

/** Its words but for its day, and for the word that leads to that. */
function without(text: string, from: number, to: number, when: Span | undefined): string {
  if (when === undefined) return text.slice(from, to);
  const before = text
    .slice(from, when.from)
    .replace(/(?:^|(?<=\s))(?:by|on|at|until|till|before|bis(?: zum)?|am|um|vor|zum)\s+$/iu, '');
  return `${before}${text.slice(when.to, to)}`;
}

const trimmed = (text: string): string =>
  text.replace(/^[\s,:;–-]+|[\s,;–-]+$/gu, '').replace(/\s+/gu, ' ');
