// How a line begins: what it was, with whom, when, and what about, in whatever order.

import { isAhead, whensIn } from '../values/when-words.ts';
import { type LineDirection, type Reading, type Span, wants } from './line-parts.ts';
import { endsThere, personAt } from './people.ts';
import {
  andMore,
  companions,
  directionWords,
  fromSomebody,
  hasDone,
  kindWords,
  matchAt,
  noTime,
  organisation,
  topicWords,
  toSomebody,
  toUs,
} from './said-words.ts';

/** Where it has got to, and what it has met. */
type Head = {
  reading: Reading;
  end: number;
  /** Whether somebody was named before what was done. */
  isNamedFirst: boolean;
  hasKind: boolean;
  /** Where the word for it ends. */
  kindEnd: number;
  unknown: Span[];
  /** What it is, is still to be done. */
  isToDo: boolean;
};

/** Each says where the part at this place ends; undefined where there is none of its kind. */
const parts = [kindAt, directionAt, whenAt, unreadAt, topicAt, someoneAt, companionsAt];

/** Where the beginning ends; what it says is put down, and cut out. */
export function readHead(reading: Reading, before: number): number {
  const { text, found } = reading;
  const end = sentenceEnd(text, before);
  const head: Head = {
    reading,
    end,
    isNamedFirst: false,
    hasKind: false,
    kindEnd: -1,
    unknown: [],
    isToDo: false,
  };
  const start = skip(text, 0, end);
  let at = start;
  for (;;) {
    const from = skip(text, at, end);
    const next = from >= end ? undefined : firstOf(head, from);
    if (next === undefined || next <= from) break;
    at = next;
  }
  if (at === start) return 0;
  const isBare = at === head.kindEnd && found.people.length === 0 && found.when === undefined;
  const goesOn = at < end && !/^\s*[,:;–-]/u.test(text.slice(at));
  // "Met at the harbour": the words go on, so they stay whole. So do those of a bare name.
  if (goesOn && (isBare || !head.hasKind)) return 0;
  if (head.isToDo && !isToCome(reading)) return 0;
  const glue = matchAt(andMore, text, skip(text, at, end));
  const stop = glue === undefined ? at : skip(text, at, end) + glue.length;
  let from = 0;
  for (const one of [...head.unknown, { from: stop, to: stop }]) {
    if (one.from > from) reading.taken.push({ from, to: one.from });
    from = one.to;
  }
  return stop;
}

/** "Write Ana on Friday" is the Friday to come; without a day it is only a sentence. */
function isToCome({ text, reader, found }: Reading): boolean {
  const { when } = found;
  const coming =
    when && whensIn(text, { ...reader, toward: 'future' }).find(({ from }) => from === when.from);
  if (coming !== undefined && isAhead(coming, reader)) {
    found.when = coming;
    return true;
  }
  for (const part of ['kind', 'topic', 'direction'] as const) delete found[part];
  found.people = found.people.filter(({ choices }) => choices.length > 0);
  return false;
}

const firstOf = (head: Head, from: number): number | undefined => {
  for (const part of parts) {
    const to = part(head, from);
    if (to !== undefined) return to;
  }
  return undefined;
};

const skip = (text: string, at: number, end: number): number => {
  let from = at;
  while (from < end && /[\s,:–-]/u.test(text[from] ?? '')) from += 1;
  return from;
};

function sentenceEnd(text: string, before: number): number {
  const at = text.slice(0, before).search(/[;\n]|(?<!\d)[.!?](?=\s|$)/u);
  return at === -1 ? before : at;
}

function kindAt(head: Head, from: number): number | undefined {
  const { reading } = head;
  const { text, found } = reading;
  if (head.hasKind) return undefined;
  const done = found.people.length > 0 ? matchAt(hasDone, text, from) : undefined;
  const at = done === undefined ? from : skip(text, from + done.length, head.end);
  for (const { kind, words, isDone = false, isWithName = false, isToDo = false } of kindWords) {
    const said = matchAt(words, text, at);
    if (said === undefined || at + said.length > head.end) continue;
    if (isWithName && !isBesideName(head, at + said.length)) continue;
    head.hasKind = true;
    head.isToDo = isToDo;
    found.kind = kind;
    head.kindEnd = at + said.length;
    if (!isDone) return head.kindEnd;
    const isEnglish = !/^ge|^ange/iu.test(said);
    const cameIn = done !== undefined || (isEnglish && head.isNamedFirst);
    putDirection(reading, cameIn ? 'in' : 'out');
    const us = matchAt(toUs, text, skip(text, head.kindEnd, head.end));
    if (us === undefined) return head.kindEnd;
    putDirection(reading, 'in');
    return skip(text, head.kindEnd, head.end) + us.length;
  }
  return undefined;
}

const isBesideName = ({ reading: { text, found }, unknown, end }: Head, to: number): boolean =>
  found.people.length > 0 ||
  unknown.length > 0 ||
  matchAt(toSomebody, text, skip(text, to, end)) !== undefined;

function putDirection(reading: Reading, direction: LineDirection): void {
  if (wants(reading, 'direction')) reading.found.direction = direction;
}

function directionAt({ reading, end }: Head, from: number): number | undefined {
  return readDirection(reading, from, end);
}

export function readDirection(reading: Reading, from: number, end: number): number | undefined {
  if (!wants(reading, 'direction')) return undefined;
  for (const { direction, words } of directionWords) {
    const said = matchAt(words, reading.text, from);
    if (said === undefined || from + said.length > end) continue;
    reading.found.direction = direction;
    return from + said.length;
  }
  return undefined;
}

const leads = /(?:on|at|am|um|vom|seit|since|from)\s+/iuy;

function whenAt({ reading, end }: Head, from: number): number | undefined {
  return readWhen(reading, from, end);
}

export function readWhen(reading: Reading, from: number, end: number): number | undefined {
  const { text, whens, found } = reading;
  if (found.when !== undefined || !wants(reading, 'when')) return undefined;
  const led = from + (matchAt(leads, text, from)?.length ?? 0);
  const when = whens.find((one) => (one.from === from || one.from === led) && one.to <= end);
  if (when === undefined) return undefined;
  found.when = when;
  return when.to;
}

/** A day or a time that no calendar and no clock has stays as it is written. */
function unreadAt({ hasKind, unknown, reading, end }: Head, from: number): number | undefined {
  const said = hasKind ? matchAt(noTime, reading.text, from) : undefined;
  if (said === undefined || from + said.length > end) return undefined;
  unknown.push({ from, to: from + said.length });
  return from + said.length;
}

function topicAt({ reading, end, hasKind }: Head, from: number): number | undefined {
  if (!hasKind && reading.found.people.length === 0) return undefined;
  return readTopic(reading, from, end);
}

/** Up to a comma, or to the day that it ends with. */
export function readTopic(reading: Reading, from: number, end: number): number | undefined {
  const { text, whens, found, reader } = reading;
  const said = matchAt(topicWords, text, from);
  if (said === undefined || found.topic !== undefined || !wants(reading, 'topic')) return undefined;
  const comma = text.slice(from, end).search(/,(?!\d)/);
  const most = comma === -1 ? end : from + comma;
  const last = whens.find(
    (one) =>
      one.from > from + said.length && one.to <= most && text.slice(one.to, most).trim() === '',
  );
  // "Called Ana about the meeting tomorrow": that day is the meeting's.
  const isOfTopic = last !== undefined && found.direction !== undefined && isAhead(last, reader);
  const isFree = found.when === undefined && wants(reading, 'when');
  const isWhen = last !== undefined && isFree && !isOfTopic;
  const whole = text.slice(from + said.length, isWhen ? last.from : most);
  const topic = whole.replace(/(?:^|(?<=\s))(?:on|at|am|um|vom)\s+$/iu, '').trim();
  if (topic === '') return undefined;
  found.topic = topic;
  if (isWhen) found.when = last;
  return isWhen ? last.to : most;
}

/** "And his wife": who they are is not known, so it stays as it is written. */
function companionsAt({ hasKind, unknown, reading, end }: Head, from: number): number | undefined {
  const { text } = reading;
  const glue = hasKind ? matchAt(toSomebody, text, from) : undefined;
  if (glue === undefined) return undefined;
  const at = skip(text, from + glue.length, end);
  const ends = [...(matchAt(companions, text, at) ?? '').matchAll(/\s+[^\s]+/gu)].map(
    ({ 0: one, index }) => at + index + one.length,
  );
  const to = ends.find((one) => one <= end && endsThere(reading, one, end));
  if (to !== undefined) unknown.push({ from: at, to });
  return to;
}

function someoneAt(head: Head, from: number): number | undefined {
  const { reading, end } = head;
  const { text, found } = reading;
  if (!wants(reading, 'people')) return undefined;
  const cameFrom = matchAt(fromSomebody, text, from);
  const glue = cameFrom ?? matchAt(toSomebody, text, from);
  const at = glue === undefined ? from : skip(text, from + glue.length, end);
  const firm = head.hasKind || glue !== undefined ? matchAt(organisation, text, at) : undefined;
  if (firm !== undefined && at + firm.length <= end) {
    head.unknown.push({ from: at, to: at + firm.length });
    return at + firm.length;
  }
  const isFirst = found.people.length === 0 && head.unknown.length === 0;
  const isParted = /,\s*$/u.test(text.slice(0, from));
  if (glue === undefined && !isFirst && !isParted) return undefined;
  const person = personAt(reading, at, end, head.hasKind && !isParted);
  if (person === undefined) return undefined;
  if (!head.hasKind) head.isNamedFirst = true;
  if (cameFrom !== undefined && found.direction === undefined) putDirection(reading, 'in');
  if (person.choices.length === 0) head.unknown.push(person);
  found.people.push(person);
  return person.to;
}
