// A team that an earlier version made is carried over into a log: each of its devices
// names, in a first statement of its own, the old statements that it knew. They stay as
// they were signed, so that all who held the same come to the same.

import type { TeamCrypto } from '../crypto.ts';
import { longestOld } from '../log/graph.ts';
import type { Said } from '../log/said.ts';
import {
  longestStatement,
  makeStatement,
  type Statement as LogStatement,
  statementId,
} from '../log/statement.ts';
import { type Membership, readTeam } from './membership.ts';
import {
  inOldOrder,
  isSignedBy,
  readStatement,
  type Said as OldSaid,
  type Statement,
} from './statements.ts';

export type Carried = { anchor: string; statements: LogStatement[]; before: Membership };

type Own = {
  sign: { publicKey: string; secretKey: string };
  box: { publicKey: string };
  id: string;
  names: { deviceName: string; memberName: string; colour: string };
};

/** Undefined where the old statements do not make a team. */
export function carryOver(
  team: string,
  old: readonly Statement[],
  own: Own,
  crypto: TeamCrypto,
): Carried | undefined {
  const before = readTeam(team, inOldOrder(old), crypto);
  if (before === undefined) return undefined;
  const kept = worthCarrying(team, old, before, crypto);
  const after = kept.map((one) => statementId(one, crypto)).sort();
  const keys = { signKey: own.sign.publicKey, boxKey: own.box.publicKey };
  const said: Said = { t: 'carried', team, after, ...keys, ...own.names };
  const root = makeStatement(said, own.id, own.sign.secretKey, crypto);
  return { anchor: statementId(root, crypto), statements: [...kept, root], before };
}

/** Far more than a team has to say in years, and what a first statement can name. */
const most = { statements: 800, letters: 500_000 };
const ranks: OldSaid['t'][] = ['team', 'epoch', 'role', 'leave', 'device', 'profile'];

/** What somebody who belonged to the team said of it, the last word where words replace each other. */
function worthCarrying(
  team: string,
  old: readonly Statement[],
  { members }: Membership,
  crypto: TeamCrypto,
): Statement[] {
  const slots = new Map<string, { statement: Statement; said: OldSaid }>();
  for (const statement of inOldOrder(old)) {
    const said = readStatement(statement);
    const signer = members.get(statement.by);
    if (said === undefined || said.team !== team || signer === undefined) continue;
    if (statement.text.length > (said.t === 'epoch' ? longestStatement : longestOld)) continue;
    if (!isSignedBy(statement, signer.signKey, crypto)) continue;
    const slot = slotOf(statement, said);
    const known = slots.get(slot)?.said;
    if (known === undefined || numberOf(said) > numberOf(known))
      slots.set(slot, { statement, said });
  }
  const isHere = (id: string): boolean => members.get(id)?.state === 'here';
  const rank = ({ statement, said }: { statement: Statement; said: OldSaid }): string =>
    // Whoever is here stands before guests that are gone, or nonsense could crowd them out.
    `${ranks.indexOf(said.t)}${'id' in said && isHere(said.id) ? 0 : 1}${statement.signature}`;
  let letters = 0;
  return [...slots.values()]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, most.statements)
    .filter(({ statement }) => (letters += statement.text.length) <= most.letters)
    .map(({ statement }) => statement);
}

const numberOf = (said: OldSaid): number => ('n' in said ? said.n : 0);

function slotOf({ by, signature }: Statement, said: OldSaid): string {
  if (said.t === 'epoch') return `epoch ${signature}`;
  return said.t === 'role' || said.t === 'device'
    ? `${by} ${said.t} ${said.id}`
    : `${by} ${said.t}`;
}
