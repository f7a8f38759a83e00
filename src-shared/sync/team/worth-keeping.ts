// Which statements are kept and passed on: those that somebody of the team really signed,
// and of each signer only what still says something. Whatever a device makes up, it
// cannot fill the others' files. A function of the set alone, so equal sets stay equal.

import type { TeamCrypto } from './crypto.ts';
import { readTeam } from './membership.ts';
import { isSignedBy, readStatement, type Statement, unionOf } from './statements.ts';

/** Far more than a device has to say in years. */
const mostOfOne = 300;

export function worthKeeping(
  team: string,
  known: readonly Statement[],
  added: readonly Statement[],
  crypto: TeamCrypto,
): Statement[] {
  const all = unionOf(known, added);
  if (all.length === known.length) return [...known];
  const members = readTeam(team, all, crypto)?.members;
  if (members === undefined) return [...known];
  const before = new Set(known.map(keyOf));
  const signed = all.filter((statement) => {
    const signKey = members.get(statement.by)?.signKey;
    // What is known was looked at when it came.
    if (before.has(keyOf(statement))) return true;
    return signKey !== undefined && isSignedBy(statement, signKey, crypto);
  });
  const bySigner = Map.groupBy(signed, ({ by }) => by);
  return unionOf([...bySigner.values()].flatMap(lastWords), []);
}

const keyOf = ({ signature, by }: Statement): string => `${signature}${by}`;

/** One for each thing that can be said once, the last word where words replace each other. */
function lastWords(statements: readonly Statement[]): Statement[] {
  const kept = new Map<string, { statement: Statement; n: number }>();
  for (const statement of statements.toSorted((a, b) => (a.signature < b.signature ? -1 : 1))) {
    const { slot, n } = slotOf(statement);
    const best = kept.get(slot);
    if (best === undefined || n > best.n) kept.set(slot, { statement, n });
  }
  // Devices stand before what is not understood, so that nonsense cannot crowd them out.
  const ordered = [...kept].toSorted(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return ordered.slice(0, mostOfOne).map(([, { statement }]) => statement);
}

const ranks = ['team', 'epoch', 'leave', 'profile', 'role', 'device'];
function rankOf(slot: string): number {
  const rank = ranks.indexOf(slot.split(' ')[0] ?? '');
  return rank === -1 ? ranks.length : rank;
}

function slotOf(statement: Statement): { slot: string; n: number } {
  const said = readStatement(statement);
  switch (said?.t) {
    case 'team':
    case 'leave':
      return { slot: said.t, n: 0 };
    case 'profile':
      return { slot: said.t, n: said.n };
    case 'role':
      return { slot: `role ${said.id}`, n: said.n };
    case 'device':
      return { slot: `device ${said.id}`, n: 0 };
    case 'epoch':
      return { slot: `epoch ${statement.signature}`, n: 0 };
    case undefined:
      return { slot: `unknown ${statement.signature}`, n: 0 };
  }
}
