// What this laptop knows of its team: its own keys, the team's statements, the epochs'
// keys, open invites. One small file beside the book, readable by its owner only.

import { join } from 'node:path';
import { z } from 'zod';

import { statementsSchema } from '../../../../src-shared/sync/team/statements.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { ownNetworkSchema } from '../network/own-networks.ts';
import { readJsonFile, writeJsonFile } from '../../profile/json-file.ts';

const keyPair = z.object({ publicKey: z.string(), secretKey: z.string() });

const fileSchema = z.object({
  sign: keyPair.optional(),
  box: keyPair.optional(),
  memberName: z.string().default(''),
  colour: z.string().default(''),
  team: z
    .object({
      id: z.string(),
      statements: statementsSchema,
      /** By id of epoch. */
      keys: z.record(z.string(), z.string()),
    })
    .optional(),
  invites: z.array(z.object({ secret: z.string(), until: z.number() })).default([]),
  /** Names this store to teammates; a new one after a backup was put back. */
  storeEpoch: z.string().default(''),
  /** What the last file carried, by collection. */
  bundledUpTo: z.record(z.string(), z.number()).default({}),
  isPaused: z.boolean().default(false),
  /** Networks that cost by use: nothing is synced in them. */
  heldNetworks: z.array(ownNetworkSchema).default([]),
  /** Hubs that multicast does not find, `host:port`. */
  addresses: z.array(z.string()).default([]),
  /** A signaling server of the user's own, for teammates at other sites. */
  signaling: z.string().default(''),
  turn: z.object({ url: z.string(), username: z.string(), credential: z.string() }).optional(),
  /** By device: when it was last reached and when both last agreed, ms since 1970. */
  seen: z
    .record(
      z.string(),
      z.object({
        at: z.number(),
        agreedAt: z.number().optional(),
        /** How far it had stored what was written here. */
        stored: z.record(z.string(), z.number()).optional(),
      }),
    )
    .default({}),
});
export type KnownTeam = z.infer<typeof fileSchema>;
export type OwnKeys = { sign: z.infer<typeof keyPair>; box: z.infer<typeof keyPair> };

export type TeamFile = {
  read: () => KnownTeam;
  write: (patch: Partial<KnownTeam>) => void;
  keys: () => OwnKeys;
};

export function openTeamFile(profileDir: string, crypto: TeamCrypto): TeamFile {
  const path = join(profileDir, 'team.json');
  let current = readJsonFile(path, fileSchema);
  const write = (patch: Partial<KnownTeam>): void => {
    const next = { ...current, ...patch };
    writeJsonFile(path, next);
    current = next;
  };
  return {
    read: () => current,
    write,
    keys: () => {
      const { sign, box } = current;
      if (sign !== undefined && box !== undefined) return { sign, box };
      const made = { sign: crypto.newSignKeys(), box: crypto.newBoxKeys() };
      write(made);
      return made;
    },
  };
}
