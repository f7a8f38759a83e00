// The log as a graph: each statement after those it names. What is in it is whole (all
// that it stands on is there), signed by keys that it has heard of, and never changes.

import type { TeamCrypto } from '../crypto.ts';
import { readStatement as readOld, type Said as OldSaid } from '../before/statements.ts';
import type { Said } from './said.ts';
import {
  deviceIdOf,
  isSignedBy,
  readStatement,
  type ReadStatement,
  type Statement,
  statementId,
} from './statement.ts';

export type Entry = {
  id: string;
  statement: Statement;
  by: string;
  /** Undefined for what is not understood, and for what was said before there was a log. */
  said: Said | undefined;
  /** From the time before. */
  old: OldSaid | undefined;
  /** The device whose keys it names. */
  device: { id: string; signKey: string } | undefined;
  after: readonly string[];
  depth: number;
  index: number;
  /** One bit for each entry that this one stands on. */
  past: Uint32Array;
};

export type Graph = {
  team: string;
  get: (id: string) => Entry | undefined;
  size: () => number;
  /** By depth, then id: the same on every device that holds the same. */
  inOrder: () => readonly Entry[];
  /** What nothing else stands on yet. */
  heads: () => Entry[];
  /** Where a device's keys are named. */
  introductions: (device: string) => readonly Entry[];
  epochs: () => readonly Entry[];
  add: (entry: Entry) => void;
};

/** waits: something that it stands on is missing. bad: it can never be taken in. */
export type Checked = Entry | 'waits' | 'bad';

export function createGraph(team: string): Graph {
  const byId = new Map<string, Entry>();
  const named = new Set<string>();
  const introductions = new Map<string, Entry[]>();
  const epochs: Entry[] = [];
  let order: Entry[] | undefined;
  return {
    team,
    get: (id) => byId.get(id),
    size: () => byId.size,
    inOrder: () =>
      (order ??= [...byId.values()].sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1))),
    heads: () => [...byId.values()].filter(({ id }) => !named.has(id)),
    introductions: (device) => introductions.get(device) ?? [],
    epochs: () => epochs,
    add: (entry) => {
      byId.set(entry.id, entry);
      for (const id of entry.after) named.add(id);
      order = undefined;
      if (epochNumber(entry) > 0) epochs.push(entry);
      const { device } = entry;
      if (device !== undefined)
        introductions.set(device.id, [...(introductions.get(device.id) ?? []), entry]);
    },
  };
}

/** Whether `later` stands on `earlier`. */
export const isAfter = (later: Entry, earlier: Entry): boolean => isIn(later.past, earlier);

export const isIn = (past: Uint32Array | undefined, { index }: Entry): boolean =>
  ((past?.[index >> 5] ?? 0) & (1 << (index & 31))) !== 0;

/** Old statements are as long as they were made; of devices they were never long. */
export const longestOld = 8_000;

/** Looks at what a statement is, not at whether its signer may say it. */
export function checkEntry(graph: Graph, statement: Statement, crypto: TeamCrypto): Checked {
  const id = statementId(statement, crypto);
  const read = readStatement(statement);
  if (read === undefined) return oldEntry(graph, statement, id, crypto);
  if (!belongs(graph, read, id)) return 'bad';
  const parents: Entry[] = [];
  for (const one of read.after) {
    const parent = graph.get(one);
    if (parent === undefined) return 'waits';
    parents.push(parent);
  }
  const entry: Entry = {
    id,
    statement,
    by: statement.by,
    said: read.said,
    old: undefined,
    device: deviceNamed(read.said, crypto),
    after: read.after,
    depth: 1 + Math.max(0, ...parents.map(({ depth }) => depth)),
    index: graph.size(),
    past: pastOf(parents, graph.size()),
  };
  if (!standsRight(graph, entry, parents)) return 'bad';
  const signKey = signKeyOf(graph, entry);
  return signKey !== undefined && isSignedBy(statement, signKey, crypto) ? entry : 'bad';
}

function oldEntry(graph: Graph, statement: Statement, id: string, crypto: TeamCrypto): Checked {
  const old = readOld(statement);
  if (old === undefined || old.team !== graph.team) return 'bad';
  if (old.t !== 'epoch' && statement.text.length > longestOld) return 'bad';
  return {
    id,
    statement,
    by: statement.by,
    said: undefined,
    old,
    device: deviceNamed(old, crypto),
    after: [],
    depth: 0,
    index: graph.size(),
    past: new Uint32Array(0),
  };
}

/** Of this team, and after others in one order of spelling. */
function belongs(graph: Graph, { said, team, after }: ReadStatement, id: string): boolean {
  if (said?.t === 'team') return id === graph.team;
  if (team !== graph.team) return false;
  return after.every((one, at) => at === 0 || (after[at - 1] ?? '') < one);
}

/** What was said before the log is named by who carries it over, and by nobody else. */
function standsRight(graph: Graph, { said, past }: Entry, parents: readonly Entry[]): boolean {
  const isCarried = said?.t === 'carried';
  if (parents.some(({ old }) => (old !== undefined) !== isCarried)) return false;
  return said?.t !== 'epoch' || said.n === 1 + highestEpoch(graph, past);
}

export const highestEpoch = (graph: Graph, past: Uint32Array): number =>
  graph
    .epochs()
    .reduce((top, entry) => (isIn(past, entry) ? Math.max(top, epochNumber(entry)) : top), 0);

function epochNumber({ said, old }: Entry): number {
  if (said?.t === 'epoch') return said.n;
  return old?.t === 'epoch' ? old.n : 0;
}

/** Tells two epochs apart that two owners began at the same time. */
export const epochIdOf = ({ id, said }: Entry): string | undefined =>
  said?.t === 'epoch' ? `${said.n}-${id.slice(0, 12)}` : undefined;

export function pastOf(parents: readonly Entry[], size: number): Uint32Array {
  const past = new Uint32Array((size >> 5) + 1);
  for (const parent of parents) {
    for (let at = 0; at < parent.past.length; at++) past[at]! |= parent.past[at]!;
    past[parent.index >> 5]! |= 1 << (parent.index & 31);
  }
  return past;
}

/** The key behind the signer's id, from what the statement itself stands on. */
function signKeyOf(graph: Graph, { said, by, device, past }: Entry): string | undefined {
  if (said?.t === 'team' || said?.t === 'carried')
    return device?.id === by ? device.signKey : undefined;
  return graph.introductions(by).find((one) => isIn(past, one))?.device?.signKey;
}

function deviceNamed(
  said: Said | OldSaid | undefined,
  crypto: TeamCrypto,
): { id: string; signKey: string } | undefined {
  if (said === undefined || !('signKey' in said)) return undefined;
  return { id: deviceIdOf(said, crypto), signKey: said.signKey };
}
