// What people mean when they start a round and say what came of somebody in it.

import type { JsonValue, NewRecord, RecordId } from '../../domain/record.ts';
import {
  partSize,
  round,
  type RoundEach,
  run,
  type RunOutcome,
  runPart,
  runVisit,
} from '../../domain/round.ts';
import type { View } from '../../query/view.ts';
import type { Command } from '../command.ts';
import { create } from './edits.ts';

type RoundWords = {
  name: string;
  each: RoundEach;
  /** Whose people they are. */
  group?: string | undefined;
  view: Pick<View, 'of' | 'conditions' | 'sorts'>;
  owner: string;
};

export const roundOf = (id: RecordId, words: RoundWords): NewRecord => ({
  id,
  kind: round.kind,
  fields: {
    name: words.name.trim(),
    each: words.each,
    of: words.view.of,
    conditions: plain(words.view.conditions),
    sorts: plain(words.view.sorts),
    ...(words.group === undefined ? {} : { group: words.group }),
    ...(words.owner.trim() === '' ? {} : { owner: words.owner.trim() }),
  },
});

const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

type Started = { id: RecordId; round: string; at: number; by: string; people: readonly string[] };

/** The run and its parts, which hold everybody in order. */
export const runOf = ({ id, round: of, at, by, people }: Started): NewRecord[] => [
  { id, kind: run.kind, fields: { round: of, startedAt: at, by, count: people.length } },
  ...Array.from({ length: Math.ceil(people.length / partSize) }, (_, place): NewRecord => ({
    kind: runPart.kind,
    fields: {
      run: id,
      place,
      people: people.slice(place * partSize, (place + 1) * partSize),
    },
  })),
];

/** What is made, with what it means in a run, as one step. */
export const withVisit = (command: Command, visit: NewRecord | undefined): Command =>
  visit === undefined || command.type !== 'create'
    ? command
    : create(...(command.records as NewRecord[]), visit);

type Visited = {
  run: string;
  person: string;
  outcome: RunOutcome;
  at: number;
  by: string;
  /** What was said of them before. */
  after: readonly string[];
};

/** As a record, to be made together with what was written down. */
export const visitIn = ({ run: of, person, outcome, at, by, after }: Visited): NewRecord => ({
  kind: runVisit.kind,
  fields: {
    run: of,
    person,
    outcome,
    at,
    by,
    ...(after.length === 0 ? {} : { after: [...after] }),
  },
});
