// Where a line says what was promised, and whose promise it is: "promise: …", "Karl Müller has
// promised: …", "I promised Karl a quote by Friday", "wir haben ein Angebot bis Freitag zugesagt".

import type { PersonSaid, Reading } from './line-parts.ts';
import { personAt } from './people.ts';
import { isDoing, matchAt } from './said-words.ts';

export type Promised = {
  mark: 'us' | 'them';
  from: number;
  /** Where what is promised begins. */
  behind: number;
  /** Where it ends, and where all of it does: the verb stands behind it. */
  until?: number;
  to: number;
  /** Whom it is promised to. */
  toWhom?: PersonSaid;
};

/** As a noun, it is ours unless somebody stands before it. */
const noun = 'promise|commitment|versprechen|zusage';
const word = new RegExp(
  String.raw`(?<=^|[\s,;:.–-])(?:(${noun})|promised|promises|versprochen|verspricht|zugesagt|sagte? zu)` +
    String.raw`(?: (?:von|from) ([^,;:\n]{2,60}?)(?=:))?(?::|(?=[\s,;.]|$))`,
  'giu',
);
const has = String.raw`(?:has|have|had|habe|haben|hat|hatte|hatten)`;
const toThem = /(?:us|me|uns|mir|him|her|them|ihm|ihr|ihnen) /iuy;
/** At the end of what stands before it. */
const helping = new RegExp(String.raw`(?:(?<=^|\s)${has})?(?:\s*(?:uns|mir|auch))?\s*$`, 'iu');
const ours = /(?<!\p{L})(?:i|we|ich|wir)$/iu;
const theirs = /(?<!\p{L})(?:they|he|she|sie|er)$/iu;
const possessed = /(?<!\p{L})(?:their|his|her|ihre?|seine?)$/iu;
const oursEarlier = new RegExp(String.raw`^(?:i|we|ich|wir) ${has} (?=\p{L})`, 'iu');
const atEnd = new RegExp(String.raw`^(.*?)(?<=^|\s)${has} (?=\p{L})`, 'iu');

export const promisedIn = (reading: Reading): Promised[] =>
  [...reading.text.matchAll(word)].flatMap((match) => promisedAt(reading, match) ?? []);

function promisedAt(
  reading: Reading,
  { 0: said, 1: asNoun, 2: giver, index }: RegExpMatchArray,
): Promised | undefined {
  if (index === undefined) return undefined;
  const { text } = reading;
  const start = clauseStart(text, index);
  const behind = index + said.length;
  const hasColon = said.endsWith(':');
  const before = text.slice(start, index).trimEnd();
  if (asNoun !== undefined && hasColon) {
    const pronoun = (theirs.exec(before) ?? possessed.exec(before) ?? ours.exec(before))?.[0] ?? '';
    const mark = giver !== undefined || (pronoun !== '' && !ours.test(before)) ? 'them' : 'us';
    const toWhom = giver === undefined ? undefined : named(reading, behind - 1 - giver.length);
    return withWhom(toWhom, { mark, from: start + before.length - pronoun.length, behind });
  }
  if (!hasColon && /^\s*(?:[,;.](?!\s\p{L}.*\szu\s|\s\p{L}+\szu\s)|$)/u.test(text.slice(behind)))
    return behindIt(reading, { start, before, index, behind });
  const isPronoun = ours.test(before) || theirs.test(before);
  if (asNoun !== undefined && !isPronoun) return undefined;
  return byVerb(reading, { start, before, behind, hasColon, said });
}

type Verb = { start: number; before: string; behind: number; hasColon: boolean; said: string };

function byVerb(reading: Reading, verb: Verb): Promised | undefined {
  const { start, before, behind, hasColon, said } = verb;
  const toUs = oursEarlier.exec(before)?.[0];
  if (toUs !== undefined && /^(?:versprochen|zugesagt)/iu.test(said))
    return withWhom(named(reading, start + toUs.length), { mark: 'us', from: start, behind });
  const own = before.replace(helping, '').trimEnd();
  const pronoun = (ours.exec(own) ?? theirs.exec(own))?.[0];
  if (!hasColon && /^promises/iu.test(said)) return undefined;
  if (pronoun !== undefined) {
    const mark = ours.test(own) ? 'us' : 'them';
    return toWhomOf(reading, { mark, from: start + own.length - pronoun.length, behind });
  }
  const from = start + own.length;
  if (own === '') return bare(reading, { from: start, behind, hasColon });
  if (/(?<!\p{L})(?:and|und|&)$/iu.test(own))
    return toWhomOf(reading, { mark: isOurDoing(own) ? 'us' : 'them', from, behind });
  if (!hasColon && !isAllName(reading, start, from)) return undefined;
  return toWhomOf(reading, { mark: isOurDoing(own) ? 'us' : 'them', from, behind });
}

/** Nobody is said to promise it, so it is us: to somebody, where there is no colon. */
function bare(
  reading: Reading,
  { from, behind, hasColon }: Pick<Promised, 'from' | 'behind'> & { hasColon: boolean },
): Promised | undefined {
  const promised = toWhomOf(reading, { mark: 'us', from, behind });
  return hasColon || promised.toWhom !== undefined ? promised : undefined;
}

type Last = { start: number; before: string; index: number; behind: number };

/** "Wir haben Karl ein Angebot bis Freitag versprochen." */
function behindIt(reading: Reading, { start, before, index, behind }: Last): Promised | undefined {
  const [whole, subject = ''] = atEnd.exec(before) ?? [];
  if (whole === undefined || /^promise/iu.test(reading.text.slice(index))) return undefined;
  const who = subject.trimEnd();
  const isPronoun = ours.test(who) || theirs.test(who);
  if (!isPronoun && !isAllName(reading, start, start + who.length)) return undefined;
  const at = {
    mark: ours.test(who) ? ('us' as const) : ('them' as const),
    from: isPronoun ? start : start + who.length,
    behind: start + whole.length,
  };
  const promised = { ...toWhomOf(reading, at), until: index, to: behind };
  return promised.behind < index ? promised : undefined;
}

const withWhom = (
  toWhom: PersonSaid | undefined,
  promised: Omit<Promised, 'to' | 'toWhom'>,
): Promised => ({ ...promised, to: promised.from, ...(toWhom === undefined ? {} : { toWhom }) });

/** Whom it is promised to stands before what is. */
function toWhomOf(reading: Reading, promised: Omit<Promised, 'to' | 'toWhom'>): Promised {
  const { text } = reading;
  const at = promised.behind + (/^\s*/u.exec(text.slice(promised.behind))?.[0].length ?? 0);
  if (text[promised.behind - 1] === ':') return withWhom(undefined, promised);
  const us = matchAt(toThem, text, at);
  if (us !== undefined) return withWhom(undefined, { ...promised, behind: at + us.length });
  const toWhom = promised.mark === 'us' ? named(reading, at) : undefined;
  return withWhom(toWhom, { ...promised, behind: toWhom?.to ?? promised.behind });
}

const named = (reading: Reading, at: number): PersonSaid | undefined =>
  personAt(reading, at, reading.text.length, false);

const capitals = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;

const isAllName = (reading: Reading, from: number, to: number): boolean =>
  capitals.test(reading.text.slice(from, to)) || personAt(reading, from, to, false)?.to === to;

/** "Called Karl and promised", "Karl angerufen und versprochen": it was us who did. */
const isOurDoing = (before: string): boolean =>
  matchAt(ourBeginning, before, 0) !== undefined || isDoing(before);
const ourBeginning = /(?:i|we|ich|wir)(?!\p{L})/iuy;

function clauseStart(text: string, index: number): number {
  const before = text.slice(0, index);
  const at = /[\s\S]*(?:[,;\n:]|[.!?]\s|\s[–-]\s)/u.exec(before)?.[0].length ?? 0;
  return at + (/^\s*/u.exec(before.slice(at))?.[0].length ?? 0);
}
