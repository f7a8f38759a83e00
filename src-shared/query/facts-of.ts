// Facts of one person, computed from the records that speak of them: the reference for
// what each laptop keeps. Records say something through their kind's declaration (`says`).

import type { Said } from '../domain/kind.ts';
import type { Kinds } from '../domain/kinds.ts';
import type { RecordDoc } from '../domain/record.ts';
import { momentKindOf } from '../domain/moment.ts';
import { type Contact, type Facts, noFacts } from './facts.ts';

/** Of whom a record says something, and what. */
export type Spoken = { people: string[]; said: Said };

/** Undefined for what says nothing, or is not shown. */
export function spokenBy(doc: RecordDoc, kinds: Kinds): Spoken | undefined {
  const kind = kinds.get(doc.kind);
  const said = doc.status === 'live' ? kind?.says?.(doc) : undefined;
  if (kind === undefined || said === undefined) return undefined;
  const people = kind
    .links(doc)
    .filter(({ target }) => target.to.includes('people') && target.discreet !== true)
    .map(({ id }) => id);
  return people.length === 0 ? undefined : { people: [...new Set(people)], said };
}

/** What a moment is as a contact. */
export const contactOf = (doc: RecordDoc, direction: Contact['direction']): Contact => ({
  at: doc.at,
  moment: doc.id,
  kind: momentKindOf(doc),
  direction,
  by: doc.origin.by,
});

/** Of two at the same time the greater id counts, on every laptop. */
export const isLater = (a: Contact, b: Contact): boolean =>
  a.at !== b.at ? a.at > b.at : a.moment > b.moment;

/** `turnsAt`: when a contact that lies ahead will have been; then these facts are others. */
export type Kept = Facts & { turnsAt?: number };

/** `records`: those that speak of one person, under whatever id they were merged from. */
export function factsOf(
  records: readonly RecordDoc[],
  unreadPosts: number,
  now: number,
  kinds: Kinds,
): Kept {
  const facts: Kept = { ...noFacts, unreadPosts };
  for (const doc of records) {
    const said = spokenBy(doc, kinds)?.said;
    if (said === undefined) continue;
    if (said.contact !== undefined) addContact(facts, contactOf(doc, said.contact), now);
    if (said.due !== undefined && (facts.nextDue === undefined || said.due < facts.nextDue))
      facts.nextDue = said.due;
    if (said.promise === 'ours') facts.promisesOurs += 1;
    if (said.promise === 'theirs') facts.promisesTheirs += 1;
  }
  return facts;
}

/** What lies ahead is no contact yet. */
export function addContact(facts: Kept, contact: Contact, now: number): void {
  if (contact.at > now) facts.turnsAt = Math.min(contact.at, facts.turnsAt ?? Infinity);
  else if (facts.lastContact === undefined || isLater(contact, facts.lastContact))
    facts.lastContact = contact;
}
