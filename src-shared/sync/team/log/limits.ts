// How much a team's log may hold, in total and of each line: a device, or one that a
// member let in together with those it let in itself. Whatever somebody makes up, the
// others' files stay small, and room is left for an owner to end it.

import { z } from 'zod';

import type { Entry, Graph } from './graph.ts';
import type { Membership } from './membership.ts';
import { statementSchema } from './statement.ts';

const mostOfLine = { owner: 400, member: 200 };
const most = { statements: 2_000, letters: 900_000 };
/** Of that, what only owners may fill. */
const ofOwners = { statements: 400, letters: 200_000 };

/** A whole log. */
export const statementsSchema = z.array(statementSchema).max(most.statements);

export type Room = {
  /** Whether its line may say more. */
  hasLine: (entry: Pick<Entry, 'by'>) => boolean;
  /** Whether there is room for it at all. */
  hasRoom: (entry: Pick<Entry, 'by' | 'statement'>) => boolean;
  take: (entry: Entry) => void;
};

export function openRoom(graph: Graph, membership: Membership | undefined): Room {
  const lines = new Map<string, number>();
  const left = { ...most };
  const isOwner = (device: string): boolean =>
    membership === undefined || membership.members.get(device)?.role === 'owner';
  const lineOf = (device: string): string => {
    let line = device;
    for (let steps = most.statements; steps > 0; steps--) {
      const host = graph.introductions(line).find(({ said }) => said?.t === 'admit')?.by;
      if (host === undefined || host === line || isOwner(host) || isOwner(line)) return line;
      line = host;
    }
    return line;
  };
  const take = (entry: Entry): void => {
    left.statements -= 1;
    left.letters -= entry.statement.text.length;
    if (entry.old !== undefined) return;
    const line = lineOf(entry.by);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  };
  for (const entry of graph.inOrder()) take(entry);
  return {
    hasLine: ({ by }) =>
      (lines.get(lineOf(by)) ?? 0) < mostOfLine[isOwner(by) ? 'owner' : 'member'],
    hasRoom: ({ by, statement }) => {
      const kept = isOwner(by) ? { statements: 0, letters: 0 } : ofOwners;
      return (
        left.statements > kept.statements && left.letters - statement.text.length > kept.letters
      );
    },
    take,
  };
}
