// A round: people who are gone through one after the other, again and again. A run is one time
// through: whom it is about is fixed when it starts, in parts, so that each record stays small
// however many they are; what came of each person is a record of its own, so that teammates who
// share a run never write over each other.

import { choice } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import { data, link, links } from '../fields/link.ts';
import { count } from '../fields/number.ts';
import { text } from '../fields/text.ts';
import { askedFor } from './asked-for.ts';
import { laterSaid } from './feed-state.ts';
import { defineKind } from './kind.ts';

/** What is done with each of them. */
export const roundEach = ['look', 'call', 'write', 'visit'] as const;
export type RoundEach = (typeof roundEach)[number];

/** The most that one round goes through. */
export const mostInRound = 10_000;
/** So many stand in one part of a run. */
export const partSize = 250;

const ofRun = () => link({ to: ['setup'], owner: true });

export const round = defineKind('round', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    name: text({ search: 'name' }),
    each: choice(roundEach),
    /** Whose people they are, where it goes through a group. */
    group: link({ to: ['groups'] }),
    /** Whom it asks for, as a view does. */
    of: text({ hidden: true }),
    conditions: data(),
    sorts: data(),
    /** Who of us, by name. */
    owner: text(),
  },
  sets: {},
  mentions: ({ fields }) => ['conditions', 'sorts'].flatMap((part) => askedFor(part, fields[part])),
});

export const run = defineKind('run', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    round: ofRun(),
    startedAt: time(),
    by: text(),
    /** Of its people, when it started. */
    count: count(),
  },
  sets: {},
  name: () => '',
});

export const runPart = defineKind('run-part', {
  collection: 'setup',
  privacy: 'as-linked',
  onErase: 'unlink',
  isFound: false,
  fields: {
    run: ofRun(),
    /** Its place among the parts, from 0. */
    place: count({ hidden: true }),
    /** In the order in which they are gone through. */
    people: links({ to: ['people'] }),
  },
  sets: {},
  name: () => '',
});

/** The one that counts last where several were said apart. */
export const runOutcomes = ['skipped', 'snoozed', 'left', 'drafted', 'logged'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

export const runVisit = defineKind('run-visit', {
  collection: 'setup',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    run: ofRun(),
    person: link({ to: ['people'], owner: true }),
    outcome: choice(runOutcomes),
    at: time({ hidden: true }),
    /** Who of us, by name. */
    by: text(),
    /** The visits that it takes the place of, by their ids. */
    after: data(),
  },
  sets: {},
  name: () => '',
});

/**
 * Somebody has taken a person of a run: a word to teammates, who may go on all the same. The
 * program writes it by itself; it runs out at `until`.
 */
export const runClaim = defineKind('run-claim', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    person: link({ to: ['people'], owner: true }),
    run: ofRun(),
    /** The device that has them. */
    holder: text({ hidden: true }),
    by: text({ hidden: true }),
    until: time({ hidden: true }),
    /** When this was written: the later one wins. */
    said: time({ hidden: true }),
  },
  sets: {},
  name: () => '',
  combine: laterSaid,
});
