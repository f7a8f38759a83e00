// That something is to follow: "call again in 2 weeks", "in 2 weeks remind me", "remind me next
// Tuesday to write Karl", "in 2 Wochen wieder anrufen: Karl".

import { isPast, type When } from '../values/when-words.ts';
import { comingWhen, type Reading, type Span, trimmed, wants, without } from './line-parts.ts';

export type Again = Span & { mark: 'again'; behind: number };

const reminds = 'remind me|erinnere mich|erinner mich|mich erinnern|erinnern';
const words = new RegExp(
  String.raw`(?<=^|[\s,;.–-])(?:(?:call|phone|ring|write|mail|meet|see|talk)(?: \p{L}+)? again` +
    String.raw`|(?<!(?:will|would|can|could|to) )(?:call|ring|phone|write)(?: (?:him|her|them))? back|follow[- ]?up|check back` +
    String.raw`|(?:nochmals?|noch einmal|wieder) (?:anrufen|schreiben|treffen|melden)` +
    String.raw`|nachfassen|wiedervorlage|${reminds})(?!\p{L})`,
  'giu',
);
/** Only that one is reminded, and not of what. */
const reminder = new RegExp(
  String.raw`^(?:${reminds})(?: (?:to|about|of|an|daran))?(?!\p{L})`,
  'iu',
);

export const againIn = (reading: Reading): Again[] =>
  [...reading.text.matchAll(words)].map(({ 0: said, index }) => {
    const behind = index + said.length;
    const from = dayBefore(reading, index, clauseEnd(reading.text, behind))?.start ?? index;
    return { mark: 'again', from, behind, to: index };
  });

const clauseEnd = (text: string, from: number): number => {
  const at = text.slice(from).search(/[;\n]|,(?!\d)|(?<!\d)[.!?](?=\s)/u);
  return at === -1 ? text.length : from + at;
};

/** "In 2 weeks remind me": its day, where none is said behind it. */
function dayBefore(
  reading: Reading,
  at: number,
  end: number,
): { start: number; when: When } | undefined {
  const { text, reader } = reading;
  if (comingWhen(reading, at, end) !== undefined) return undefined;
  const when = comingWhen(reading, 0, at);
  if (when === undefined || isPast(when, reader)) return undefined;
  const before = text.slice(0, when.from).replace(/(?:^|(?<=\s))(?:on|at|am|um)\s+$/iu, '');
  const gap = text.slice(when.to, at);
  const begins = /(?:^|[,;.:–-]\s*)$/u.test(before);
  return /^\s+$/u.test(gap) || (begins && /^\s*,\s*$/u.test(gap))
    ? { start: before.length, when }
    : undefined;
}

/** Where it ends; undefined where it says no day. */
export function putAgain(
  reading: Reading,
  { from, behind }: Again,
  most: number,
): number | undefined {
  const { text, found, reader } = reading;
  const comma = text.slice(behind, most).search(/,(?!\d)/);
  let to = comma === -1 ? most : behind + comma;
  const when = comingWhen(reading, from, to);
  if (when === undefined || isPast(when, reader)) return undefined;
  if (found.followUp !== undefined || !wants(reading, 'followUp')) return undefined;
  if (of(text, from, to, when) === '') to = withWhatFor(text, to, most);
  found.followUp = { from, to, text: of(text, from, to, when), when };
  return to;
}

const of = (text: string, from: number, to: number, when: Span): string =>
  trimmed(trimmed(without(text, from, to, when)).replace(reminder, ''));

/** "…, Karl zu schreiben", "…, to write Karl": what for, behind its comma. */
function withWhatFor(text: string, to: number, most: number): number {
  const [comma] = /^,\s*/u.exec(text.slice(to, most)) ?? [];
  if (comma === undefined) return to;
  const end = Math.min(most, clauseEnd(text, to + comma.length));
  const clause = text.slice(to + comma.length, end);
  return /^to \p{L}|\s(?:zu \p{Ll}+n|\p{Ll}+zu\p{Ll}+n)\s*$/u.test(clause) ? end : to;
}
