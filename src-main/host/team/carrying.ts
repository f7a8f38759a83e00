// What this laptop carries to and from teammates: records and files, over links.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { Statement } from '../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../src-shared/sync/team/log/statement-log.ts';
import type { Device } from '../profile/own-device.ts';
import type { Vault } from '../keys/vault.ts';
import { type Files, openFiles } from '../attachments/attachments.ts';
import type { TeamState } from './identity/team-state.ts';
import { createLinking, type Linking } from './links/linking.ts';
import type { Links } from './links/links.ts';
import {
  createTeamExchange,
  type TeamExchange,
  type TeamExchangeNeeds,
} from './links/team-exchange.ts';

export type Carrying = {
  exchange: TeamExchange;
  links: Links;
  files: Files;
  isCopied: Linking['isCopied'];
  otherVersion: Linking['otherVersion'];
  /** Compares with every teammate that is linked. */
  compare: () => Promise<void>;
  /** Another book was put in place of the one that was exchanged. */
  bookReplaced: () => void;
  close: () => void;
};

export type CarryingNeeds = TeamExchangeNeeds & {
  profileDir: string;
  vault: Vault;
  device: Device;
  state: TeamState;
  onStatements: (statements: readonly Statement[]) => Taken;
  emit: Emit;
};

export function createCarrying(needs: CarryingNeeds): Carrying {
  const { emit } = needs;
  const exchange = createTeamExchange(needs);
  const { links, isCopied, otherVersion } = createLinking({
    ...needs,
    exchange,
    files: () => files.exchange,
  });
  const files = openFiles({
    profileDir: needs.profileDir,
    vault: needs.vault,
    book: needs.book,
    links,
    onChange: (state) => emit('files.changed', state),
    onBug: needs.onBug,
  });
  return {
    exchange,
    links,
    files,
    isCopied,
    otherVersion,
    compare: async () => {
      for (const device of links.linked()) await exchange.compare(device);
    },
    bookReplaced: () => {
      links.closeAll();
      exchange.forget();
    },
    close: () => {
      for (const device of links.linked()) exchange.noteSeen(device);
      links.closeAll();
      files.exchange.close();
      exchange.close();
    },
  };
}
