// The team's log as a device keeps it: takes in what others know, as far as it is whole,
// signed and within limits, and adds what this device has to say.

import type { TeamCrypto } from '../crypto.ts';
import { createFoundings } from './founding.ts';
import {
  checkEntry,
  createGraph,
  type Entry,
  epochIdOf,
  type Graph,
  highestEpoch,
  isAfter,
  isIn,
  pastOf,
} from './graph.ts';
import { openRoom, type Room } from './limits.ts';
import { type Membership, readMembership } from './membership.ts';
import { mostHeads, type Said, type ToSay } from './said.ts';
import {
  isSignedBy,
  makeStatement,
  readStatement,
  type Statement,
  statementId,
} from './statement.ts';

/**
 * `bad`: what no device that behaves can have said or passed on. `void`: well signed, by
 * somebody who is gone and after they were.
 */
export type Taken = { fresh: number; bad: number; void: number };

export type StatementLog = {
  team: string;
  /** What this device takes the team to have begun with. */
  anchor: string;
  membership: () => Membership | undefined;
  add: (statements: readonly Statement[]) => Taken;
  /** Everything, each after what it stands on. */
  statements: () => Statement[];
  /** Ids of what nothing else stands on. */
  heads: () => string[];
  /** The same as it is told in the room of an epoch: of an earlier one, how that ended. */
  headsIn: (epoch: string) => string[];
  knows: (id: string) => boolean;
  /** Whether somebody who has told these heads has heard that a device left. */
  isLeaveAmong: (heads: readonly string[], device: string) => boolean;
  /**
   * What somebody lacks who has told these heads. In an earlier epoch's room no more than
   * how that epoch ended: somebody who is gone may be listening.
   */
  lacking: (heads: readonly string[], epoch: string) => Statement[];
  /** Signs and keeps; undefined where the log is full. */
  say: (said: ToSay, by: string, secretKey: string) => string | undefined;
};

/**
 * By id: what stands on something that is missing here (`misses`), what was said before
 * there was a log until somebody carries it over, and what is too much of one line.
 */
type Waiting = Map<string, { statement: Statement; after: readonly string[]; misses: boolean }>;

/** What misses something is checked when that comes, all at once: it has to be little. */
const mostWaiting = { statements: 1_000, letters: 2_000_000, missing: 200 };

export function createStatementLog(team: string, anchor: string, crypto: TeamCrypto): StatementLog {
  const foundings = createFoundings(crypto);
  let graph = createGraph(team);
  let read: { membership: Membership | undefined } | undefined;
  const waiting: Waiting = new Map();

  const membership = (): Membership | undefined => {
    read ??= { membership: readMembership(graph, anchor, foundings) };
    return read.membership;
  };
  const endsIn = (epoch: string): Entry[] =>
    membership()?.epoch.id === epoch ? graph.heads() : endsOf(graph, epoch);
  const add = (statements: readonly Statement[]): Taken => {
    const room = openRoom(graph, membership());
    const before = graph;
    const offered = statements.map((one) => ({ id: statementId(one, crypto), statement: one }));
    const taken = { fresh: 0, bad: 0, void: 0 };
    const news: string[] = [];
    const takeIn = taker(graph, waiting, room, crypto);
    for (const { id, statement } of offered) {
      // A copy that waits may be forged: the same words under another signature take its place.
      const isWaiting = waiting.get(id)?.statement.signature === statement.signature;
      if (graph.get(id) !== undefined || isWaiting) continue;
      const got = takeIn(id, statement);
      if (got === 'bad') taken.bad += 1;
      else news.push(...got);
    }
    forgetSome(waiting);
    if (news.length === 0) return taken;
    read = undefined;
    graph = withoutVoid(before, anchor, membership());
    if (graph !== before) read = undefined;
    const lost = news.filter((id) => graph.get(id) === undefined);
    return { ...taken, fresh: news.length - lost.length, void: lost.length };
  };
  return {
    team,
    anchor,
    membership,
    add,
    statements: () => byIndex(graph).map(({ statement }) => statement),
    heads: () => graph.heads().map(({ id }) => id),
    headsIn: (epoch) => endsIn(epoch).map(({ id }) => id),
    knows: (id) => graph.get(id) !== undefined,
    isLeaveAmong: (heads, device) => {
      const told = heads.flatMap((id) => graph.get(id) ?? []);
      const held = pastOf(told, graph.size());
      return graph.inOrder().some((one) => isLeaveOf(one, device) && isIn(held, one));
    },
    lacking: (heads, epoch) => {
      const known = heads.flatMap((id) => graph.get(id) ?? []);
      const [wanted, held] = [endsIn(epoch), known].map((whose) => pastOf(whose, graph.size()));
      return byIndex(graph)
        .filter((one) => isIn(wanted, one) && !isIn(held, one))
        .map(({ statement }) => statement);
    },
    say: (toSay, by, secretKey) => {
      const heads = headsFor(graph, by, membership());
      const after = heads.map(({ id }) => id).sort();
      const n =
        toSay.t === 'epoch' ? { n: 1 + highestEpoch(graph, pastOf(heads, graph.size())) } : {};
      const said = { ...toSay, ...n, team, after } as Said;
      const statement = makeStatement(said, by, secretKey, crypto);
      add([statement]);
      const id = statementId(statement, crypto);
      return graph.get(id) === undefined ? undefined : id;
    },
  };
}

/** The longest waiting go first. */
function forgetSome(waiting: Waiting): void {
  let letters = 0;
  let missing = 0;
  for (const { statement, misses } of waiting.values()) {
    letters += statement.text.length;
    if (misses) missing += 1;
  }
  for (const [id, { statement, misses }] of waiting) {
    const isTooMuch = waiting.size > mostWaiting.statements || letters > mostWaiting.letters;
    if (!isTooMuch && !(misses && missing > mostWaiting.missing)) continue;
    waiting.delete(id);
    letters -= statement.text.length;
    if (misses) missing -= 1;
  }
}

/** The first epochs after one; all there is where none followed. */
function endsOf(graph: Graph, epoch: string): Entry[] {
  const epochs = graph.epochs().filter(({ old }) => old === undefined);
  const from = epochs.find((one) => epochIdOf(one) === epoch);
  const later = epochs.filter((one) => from === undefined || isAfter(one, from));
  const next = later.filter((one) => !later.some((other) => isAfter(one, other)));
  return next.length === 0 ? graph.heads() : next;
}

const isLeaveOf = ({ said, by }: Entry, device: string): boolean =>
  said?.t === 'leave' && by === device;

const byIndex = (graph: Graph): Entry[] => graph.inOrder().toSorted((a, b) => a.index - b.index);

type TakeIn = (id: string, statement: Statement) => string[] | 'bad';

/** Takes in a statement and whatever waited for it; gives the ids of what is new. */
function taker(graph: Graph, waiting: Waiting, room: Room, crypto: TeamCrypto): TakeIn {
  const keep = (entry: Entry): string[] => {
    graph.add(entry);
    room.take(entry);
    waiting.delete(entry.id);
    return [entry.id];
  };
  const takeIn = (id: string, statement: Statement, isNamed: boolean): string[] | 'bad' => {
    const news = bringWhatItNames(statement);
    const entry = checkEntry(graph, statement, crypto);
    if (entry === 'bad') {
      waiting.delete(id);
      return news.length > 0 ? news : 'bad';
    }
    // What was said before the log is nothing by itself.
    const isToWait = entry === 'waits' || (entry.old !== undefined && !isNamed);
    if (isToWait || !room.hasRoom(entry) || !(isNamed || room.hasLine(entry))) {
      const after = readStatement(statement)?.after ?? [];
      waiting.set(id, { statement, after, misses: entry === 'waits' });
      return news;
    }
    return [...news, ...keep(entry)];
  };
  /** What waits here and is named by somebody who may speak comes in, however much it is. */
  const bringWhatItNames = (statement: Statement): string[] => {
    const after = readStatement(statement)?.after ?? [];
    const missing = after.filter((one) => graph.get(one) === undefined);
    if (missing.length === 0 || !missing.every((one) => waiting.has(one))) return [];
    if (!room.hasLine(statement) || !isByKnown(statement)) return [];
    return missing.flatMap((one) => {
      const waits = waiting.get(one);
      const got = waits === undefined ? 'bad' : takeIn(one, waits.statement, true);
      return got === 'bad' ? [] : got;
    });
  };
  const isByKnown = (statement: Statement): boolean => {
    const said = readStatement(statement)?.said;
    const known =
      said?.t === 'carried' ? said.signKey : graph.introductions(statement.by)[0]?.device?.signKey;
    return known !== undefined && isSignedBy(statement, known, crypto);
  };
  return (id, statement) => {
    const got = takeIn(id, statement, false);
    if (got === 'bad') return 'bad';
    for (let more = got.length > 0; more;) {
      more = false;
      for (const [one, { statement: waits, after, misses }] of waiting) {
        if (!misses || !after.every((name) => graph.get(name) !== undefined)) continue;
        const further = takeIn(one, waits, false);
        if (further === 'bad' || further.length === 0) continue;
        got.push(...further);
        more = true;
      }
    }
    return got;
  };
}

/** Without what counts for nothing and nothing that counts stands on. */
function withoutVoid(graph: Graph, anchor: string, membership: Membership | undefined): Graph {
  if (membership === undefined) return graph;
  const wanted = new Set([anchor]);
  for (const entry of graph.inOrder().toReversed()) {
    const counts = entry.old === undefined && membership.counts(entry);
    if (!counts && !wanted.has(entry.id)) continue;
    wanted.add(entry.id);
    for (const id of entry.after) wanted.add(id);
  }
  if (wanted.size === graph.size()) return graph;
  const left = createGraph(graph.team);
  for (const entry of byIndex(graph).filter(({ id }) => wanted.has(id))) {
    const parents = entry.after.flatMap((id) => left.get(id) ?? []);
    left.add({ ...entry, index: left.size(), past: pastOf(parents, left.size()) });
  }
  return left;
}

/** Not more than may be named: its own last words, then owners', then the latest. */
function headsFor(graph: Graph, by: string, membership: Membership | undefined): Entry[] {
  const rank = (entry: Entry): number => {
    if (entry.by === by) return 0;
    return membership?.members.get(entry.by)?.role === 'owner' ? 1 : 2;
  };
  return graph
    .heads()
    .filter(({ old }) => old === undefined)
    .toSorted((a, b) => rank(a) - rank(b) || b.depth - a.depth || (a.id < b.id ? -1 : 1))
    .slice(0, mostHeads);
}
