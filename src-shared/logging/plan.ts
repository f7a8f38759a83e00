// A line of what is still to be done. A call or a message that lies ahead has not happened, so it
// is a reminder of it; only a meeting is put down before it takes place.

import { isAhead } from '../values/when-words.ts';
import { leadsToDay, type Reading, type Span, trimmed, wants, without } from './line-parts.ts';
import { personAt } from './people.ts';
import { restOf } from './rest.ts';
import { matchAt, organisation, toReach } from './said-words.ts';

export function readPlan(reading: Reading): void {
  const { found } = reading;
  if (found.people.length === 0)
    for (const promise of found.promises)
      found.people.push(...namedIn(reading, promise).filter(({ choices }) => choices.length > 0));
  if (found.followUp === undefined) return planAhead(reading);
  if (found.people.length === 0 && found.kind === undefined)
    found.people.push(...namedIn(reading, found.followUp));
  found.isPlan = isAlone(reading);
}

/** It says nothing but what is to follow, and with whom. */
function isAlone({ text, taken, reader, found }: Reading): boolean {
  const { kind, direction, topic, outcome, when, promises } = found;
  return (
    reader.kind === undefined &&
    [kind, direction, topic, outcome, when].every((part) => part === undefined) &&
    promises.length === 0 &&
    restOf(
      text,
      taken.toSorted((a, b) => a.from - b.from),
    ) === ''
  );
}

function planAhead(reading: Reading): void {
  const { text, reader, found, taken } = reading;
  const { when } = found;
  const kind = reader.kind ?? found.kind;
  if (when === undefined || reader.hasDay === true || kind === 'meeting' || kind === 'note') return;
  if (!isAhead(when, reader) || !wants(reading, 'followUp')) return;
  const isTaken = taken.some(({ from, to }) => from <= when.from && to >= when.to);
  if (isTaken) {
    const whole = { from: 0, to: text.length };
    found.followUp = { ...whole, text: whatFor(reading, when), when };
    found.isPlan = true;
    taken.splice(0, taken.length, whole);
    for (const part of ['kind', 'direction', 'topic', 'outcome'] as const) delete found[part];
  }
  // In a sentence it is what that speaks of, and not when it was said.
  delete found.when;
}

/** All of its words but for its day, and for what is promised. */
function whatFor({ text, found: { promises } }: Reading, when: Span): string {
  if (promises.length === 0) return trimmed(without(text, 0, text.length, when));
  const from = text.slice(0, when.from).replace(leadsToDay, '').length;
  const cut = [...promises, { from, to: when.to }];
  return restOf(
    text,
    cut.toSorted((a, b) => a.from - b.from),
  );
}

/** Whom it names: behind a word such as "call" also somebody new, else with a capital letter. */
function namedIn(reading: Reading, { from, to }: Span) {
  const { text } = reading;
  const names = [];
  const starts = text.slice(from, to).matchAll(/(?<![\p{L}\p{N}'’-])\p{L}/gu);
  let behind = from;
  for (const { index } of starts) {
    const at = from + index;
    if (at < behind) continue;
    const reached = matchAt(toReach, text, at);
    const start = at + (reached?.length ?? 0);
    if (reached === undefined && !/\p{Lu}/u.test(text.charAt(at))) continue;
    const firm = matchAt(organisation, text, start);
    const person =
      firm === undefined ? personAt(reading, start, to, reached !== undefined) : undefined;
    if (person !== undefined) names.push(person);
    behind = person?.to ?? start + (firm?.length ?? 0);
  }
  return names;
}
