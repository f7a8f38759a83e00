// What its writer wrote, apart from what the mail answers and from the lines they are known by.

import type { MailBody } from './mail-types.ts';

/** Levels of what is answered that are kept. */
const deepest = 2;
const longestText = 100_000;
const longestQuote = 40_000;
const mostSignature = 12;

/** Above an answer, in the languages that mail programs write it in most. */
const intro =
  /^(?:>\s*)*(?:on\b.{3,200}\bwrote|am\b.{3,200}\bschrieb.{0,120}|le\b.{3,200}\ba écrit|el\b.{3,200}\bescribió|il\b.{3,200}\bha scritto|op\b.{3,200}\bschreef.{0,120}|em\b.{3,200}\bescreveu|في.{3,200}كتب.{0,120})\s*:\s*$/iu;
const original =
  /^(?:>\s*)*-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|mensaje original|الرسالة الأصلية)\s*-{2,}\s*$/iu;
const headLine = /^(?:>\s*)*\*?(?:from|von|de|da|van|من)\*?\s*:\s*\S/iu;
const sentLine =
  /^(?:>\s*)*\*?(?:sent|date|gesendet|datum|envoyé|enviado|inviato|verzonden|to|an|تاريخ)\*?\s*:/iu;

export function splitBody(given: string): MailBody {
  const lines = given
    .slice(0, longestText + longestQuote)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const from = beginOfQuote(lines);
  const own = lines.slice(0, from).filter((line) => depthOf(line) <= deepest);
  const quoted = withinLevels(lines.slice(from));
  const at = own.findLastIndex((line) => line === '--' || line === '-- ' || /^_{5,}$/.test(line));
  const isSigned = at > 0 && own.length - at <= mostSignature + 4;
  return {
    text: tidy(isSigned ? own.slice(0, at) : own)
      .slice(0, longestText)
      .toWellFormed(),
    quoted: tidy(quoted).slice(0, longestQuote).toWellFormed(),
    signature: (isSigned ? own.slice(at + 1) : closing(own))
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, mostSignature),
  };
}

/** Where only what is answered follows; answers between the lines are the writer's own. */
function beginOfQuote(lines: readonly string[]): number {
  const marked = lines.findIndex((line, at) => original.test(line) || isHeadBlock(lines, at));
  let begin = lines.length;
  while (begin > 0 && isQuoteOrBlank(lines[begin - 1] ?? '')) begin -= 1;
  if (!lines.slice(begin).some((line) => line.startsWith('>'))) begin = lines.length;
  // The line above it, which programs break in two.
  else if (intro.test(lines[begin - 1] ?? '')) begin -= 1;
  else if (intro.test(`${lines[begin - 2] ?? ''} ${lines[begin - 1] ?? ''}`.trim())) begin -= 2;
  if (begin === lines.length) {
    const at = lines.findIndex((line) => intro.test(line));
    // Nothing marks the lines below it: programs that write pages do so.
    if (at > 0 && !lines.slice(at).some((line) => line.startsWith('>'))) begin = at;
  }
  const found = marked === -1 ? begin : Math.min(begin, marked);
  return found === 0 ? (marked === 0 ? lines.length : found) : found;
}

const isHeadBlock = (lines: readonly string[], at: number): boolean =>
  headLine.test(lines[at] ?? '') &&
  at > 0 &&
  lines.slice(at + 1, at + 4).some((line) => sentLine.test(line));

const isQuoteOrBlank = (line: string): boolean => line === '' || line.startsWith('>');

const depthOf = (line: string): number =>
  line.startsWith('>') ? (/^(?:>\s?)+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0) : 0;

function withinLevels(lines: readonly string[]): string[] {
  let levels = 0;
  let markedAt = -10;
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    const isMark =
      original.test(line) || isHeadBlock(lines, at) || (intro.test(line) && depthOf(line) === 0);
    // The names below such a line belong to it.
    if (isMark && at - markedAt > 2) {
      levels += 1;
      markedAt = at;
    }
    if (levels > deepest) break;
    if (depthOf(line) <= deepest) kept.push(line);
  }
  return kept;
}

const farewell =
  /^(?:(?:best|kind|warm|many)\s+(?:regards|wishes|thanks)|regards|sincerely|cheers|thanks|thank you|best|yours(?: \w+)?|mit (?:freundlichen|besten|vielen|herzlichen) grüßen|(?:viele|beste|liebe|herzliche|freundliche) grüße|vg|lg|mfg|cordialement|bien à vous|saludos|un saludo|cordiali saluti|met vriendelijke groet|مع (?:التحية|أطيب التحيات)|تحياتي)[\s,.!،]*$/iu;

/** Below a farewell, where no line marks it: it stays part of the text. */
function closing(lines: readonly string[]): readonly string[] {
  const tail = lines.slice(-mostSignature - 2);
  const at = tail.findIndex((line) => farewell.test(line.trim()));
  return at === -1 ? [] : tail.slice(at + 1);
}

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
