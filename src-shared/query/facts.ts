// What other records say of a person: when we last spoke and how, what is due, what is
// owed, what is unread. Never stored in a shared record: each laptop keeps them beside
// its own (src-main/host/book/facts) or computes them from the records (facts-of.ts).

import { choice } from '../fields/choice.ts';
import { day, time } from '../fields/day.ts';
import type { AnyField } from '../fields/field.ts';
import { count } from '../fields/number.ts';
import { text } from '../fields/text.ts';

export type Contact = {
  /** ms since 1970. */
  at: number;
  /** The moment's id and kind. */
  moment: string;
  kind: string;
  direction: 'in' | 'out' | 'both';
  /** Who of us wrote it down. */
  by: string;
};

export type Facts = {
  /** Absent: never. */
  lastContact?: Contact;
  /** The first day on which something is due (YYYY-MM-DD); absent: nothing is. */
  nextDue?: string;
  /** Promises that are open: ours to them, theirs to us. */
  promisesOurs: number;
  promisesTheirs: number;
  unreadPosts: number;
  /** Of a group: how many people it has now. */
  people?: number;
};

export const noFacts: Facts = { promisesOurs: 0, promisesTheirs: 0, unreadPosts: 0 };

export type FactName =
  | 'lastContact.at'
  | 'lastContact.by'
  | 'lastContact.kind'
  | 'lastContact.direction'
  | 'nextDue'
  | 'promises.ours'
  | 'promises.theirs'
  | 'posts.unread';

type Fact = { field: AnyField; read: (facts: Facts) => string | number | undefined };

/** What a view can ask for by name. */
export const factByName: { readonly [name in FactName]: Fact } = {
  'lastContact.at': { field: time(), read: ({ lastContact }) => lastContact?.at },
  'lastContact.by': { field: text(), read: ({ lastContact }) => lastContact?.by },
  'lastContact.kind': {
    field: choice(['call', 'meeting', 'message', 'kept-post']),
    read: ({ lastContact }) => lastContact?.kind,
  },
  'lastContact.direction': {
    field: choice(['in', 'out', 'both']),
    read: ({ lastContact }) => lastContact?.direction,
  },
  nextDue: { field: day(), read: ({ nextDue }) => nextDue },
  'promises.ours': { field: count(), read: ({ promisesOurs }) => promisesOurs },
  'promises.theirs': { field: count(), read: ({ promisesTheirs }) => promisesTheirs },
  'posts.unread': { field: count(), read: ({ unreadPosts }) => unreadPosts },
};

/** What a view can ask of a group: worked out from its people when it is asked (group-facts.ts). */
export type GroupFactName = 'people.count' | 'lastContact.at';

export const groupFactByName: { readonly [name in GroupFactName]: Fact } = {
  'people.count': { field: count(), read: ({ people = 0 }) => people },
  'lastContact.at': factByName['lastContact.at'],
};

export const isGroupFactName = (name: string): name is GroupFactName =>
  Object.hasOwn(groupFactByName, name);

export const isFactName = (name: string): name is FactName => Object.hasOwn(factByName, name);
