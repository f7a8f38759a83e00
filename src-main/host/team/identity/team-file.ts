// What this laptop knows of its team: the team's log, the epochs' keys, open invites. One
// small file beside the book, which the book's key opens.

import { z } from 'zod';

import { oldStatementsSchema } from '../../../../src-shared/sync/team/before/statements.ts';
import { statementsSchema } from '../../../../src-shared/sync/team/log/limits.ts';
import { ownNetworkSchema } from '../network/own-networks.ts';
import type { Vault } from '../../keys/vault.ts';
import { openSealedJson } from '../../profile/sealed-json.ts';

/** By id of epoch. */
const keysSchema = z.record(z.string(), z.string());
const teamSchema = z.object({
  id: z.string(),
  /** The statement with which this laptop takes the team to have begun. */
  anchor: z.string(),
  statements: statementsSchema,
  keys: keysSchema,
});
/** As earlier versions kept it, without an order. */
const oldTeamSchema = z.object({
  id: z.string(),
  statements: oldStatementsSchema,
  keys: keysSchema,
});
export type OldTeam = z.infer<typeof oldTeamSchema>;

const fileSchema = z.object({
  memberName: z.string().default(''),
  colour: z.string().default(''),
  team: z.union([teamSchema, oldTeamSchema]).optional(),
  invites: z
    .array(
      z.object({
        secret: z.string(),
        until: z.number(),
        /** How often it was asked with, and how often without showing what it was asked for. */
        replies: z.number().default(0),
        misses: z.number().default(0),
        /** used: somebody was let in. tried: somebody may have guessed. */
        ended: z.enum(['used', 'tried']).optional(),
      }),
    )
    .default([]),
  /** A teammate has heard that this laptop left the team: nothing has to be said any more. */
  isLeaveHeard: z.boolean().default(false),
  /** Names this store to teammates; a new one after a backup was put back. */
  storeEpoch: z.string().default(''),
  /** What the last file carried, by collection. */
  bundledUpTo: z.record(z.string(), z.number()).default({}),
  isPaused: z.boolean().default(false),
  /** Networks that cost by use: nothing is synced in them. */
  heldNetworks: z.array(ownNetworkSchema).default([]),
  /** Hubs that multicast does not find, `host:port`. */
  addresses: z.array(z.string()).default([]),
  /** Where hubs of teammates were met, the last first, `host:port`. */
  lastMet: z.array(z.string()).default([]),
  /** A signaling server of the user's own, for teammates at other sites. */
  signaling: z.string().default(''),
  turn: z.object({ url: z.string(), username: z.string(), credential: z.string() }).optional(),
  /**
   * By device, from when this laptop first agreed with it on: how many of its people may be
   * people that were here already; 0 once that was looked at.
   */
  twice: z.record(z.string(), z.number()).default({}),
  /** By device: when it was last reached and when both last agreed, ms since 1970. */
  seen: z
    .record(
      z.string(),
      z.object({
        at: z.number(),
        agreedAt: z.number().optional(),
        /** How far it had stored what was written here. */
        stored: z.record(z.string(), z.number()).optional(),
        /** How many of its records had not come yet. */
        toCome: z.number().optional(),
      }),
    )
    .default({}),
});
type Read = z.infer<typeof fileSchema>;
export type KnownTeam = Omit<Read, 'team'> & { team?: z.infer<typeof teamSchema> | undefined };

export type TeamFile = {
  read: () => KnownTeam;
  write: (patch: Partial<KnownTeam>) => void;
  /** For what can be found out again: a disk that refuses it stops nothing. */
  note: (patch: Partial<KnownTeam>) => void;
  /** Where the file is kept if it could not be read. */
  aside: () => string | undefined;
  /** What it says of the team makes no team: it is kept aside, and begun again without. */
  putTeamAside: () => void;
};

/** `carry`: brings over what an earlier version knew; undefined where that makes no team. */
export function openTeamFile(
  profileDir: string,
  vault: Vault,
  carry: (old: OldTeam, known: KnownTeam) => Partial<KnownTeam> | undefined,
): TeamFile {
  const file = openSealedJson(profileDir, 'team', fileSchema, vault);
  let keptAside = file.aside;
  const { team, ...rest } = file.value;
  let current: KnownTeam = rest;
  const write = (patch: Partial<KnownTeam>): void => {
    const next = { ...current, ...patch };
    file.write(next);
    current = next;
  };
  const putTeamAside = (): void => {
    keptAside = file.putAside();
    write({ team: undefined });
  };
  if (team !== undefined && 'anchor' in team) current = { ...rest, team };
  else if (team !== undefined) {
    const carried = carry(team, rest);
    if (carried === undefined) putTeamAside();
    else file.writeIfPossible((current = { ...current, ...carried }));
  }
  const note = (patch: Partial<KnownTeam>): void => {
    current = { ...current, ...patch };
    file.writeIfPossible(current);
  };
  return { read: () => current, write, note, aside: () => keptAside, putTeamAside };
}
