// The team as a whole: who we are, whom we meet, what we exchange. Wires the parts and
// keeps the order in which they must hear of a change.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { NetConfig } from '../../../src-shared/bridge/team-types.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { Files } from '../attachments/attachments.ts';
import type { CurrentBook } from '../book/book.ts';
import type { Vault } from '../keys/vault.ts';
import { gathered } from '../pace.ts';
import type { SettingsFile } from '../profile/settings.ts';
import { createLearning } from './comings.ts';
import { createCarrying } from './carrying.ts';
import { openIdentity } from './identity/identity.ts';
import { createMeeting } from './meeting.ts';
import type { Asking } from './pairing/asking.ts';
import type { NetworkSight } from './network/own-networks.ts';
import type { TeamParts } from './team-info.ts';
import { createTeamLog } from './team-log.ts';
import { createTwice } from './twice.ts';
import { createUpkeep } from './upkeep.ts';

export type Team = TeamParts & {
  /** Begins to ask with an invite. `prepare`: see `Asking`. */
  ask: (...asked: Parameters<Asking['begin']>) => Promise<void>;
  stopAsking: () => void;
  /** Brings everything in line with what is known now, and tells windows and team. */
  review: () => Promise<void>;
  /** Another book was put in place of the one that was exchanged. */
  bookReplaced: () => void;
  files: Files;
  /** What windows need to meet; null while there is no team, or sync rests. */
  netConfig: () => NetConfig | null;
  /** Compares with every teammate that is linked. */
  compare: () => Promise<void>;
  close: () => Promise<void>;
};

export type TeamNeeds = {
  profileDir: string;
  vault: Vault;
  settings: SettingsFile;
  book: CurrentBook;
  commandContext: () => CommandContext;
  emit: Emit;
  onBug: (error: unknown) => void;
  /** What the system shows of this machine's networks; its own when left out. */
  networks?: (() => NetworkSight) | undefined;
};

const compareEvery = 3 * 60 * 1000;
const tellEvery = 250;

export function openTeam(needs: TeamNeeds): Team {
  const { emit } = needs;
  const { device } = needs.settings;
  const { file, state } = openIdentity(needs.profileDir, needs.vault, needs.settings);
  const log = createTeamLog();
  const changed = gathered(() => emit('team.changed', {}), tellEvery);

  const reviewSoon = (): void => void review().catch(needs.onBug);
  const parts = {
    state,
    file,
    log,
    emit,
    onBug: needs.onBug,
    onChange: changed.ask,
    onStatements: createLearning({ state, device, log, onNews: reviewSoon }),
  };
  const meeting = createMeeting({ ...parts, networks: needs.networks, onTurn: reviewSoon });
  const { network, asking } = meeting;
  const twice = createTwice({ ...parts, device, book: needs.book });
  const carrying = createCarrying({
    ...parts,
    device,
    profileDir: needs.profileDir,
    vault: needs.vault,
    book: needs.book,
    commandContext: needs.commandContext,
    onAgreed: twice.agreed,
  });
  const { review, netConfig, forgetSent } = createUpkeep({
    ...parts,
    ...meeting,
    ...carrying,
    device,
    tell: (config) => emit('net.config', { config }),
  });
  const timer = setInterval(() => void carrying.compare().catch(needs.onBug), compareEvery);
  timer.unref();
  reviewSoon();

  return {
    file,
    state,
    log,
    network,
    held: meeting.held,
    inviting: meeting.inviting,
    joining: asking.current,
    links: carrying.links,
    exchange: carrying.exchange.current,
    files: carrying.files,
    isCopied: carrying.isCopied,
    otherVersion: carrying.otherVersion,
    aside: () => file.aside() ?? needs.settings.deviceAside,
    ask: async (secret, memberName, prepare) => {
      file.write({ memberName });
      asking.begin(secret, memberName, prepare);
      await review();
      network.discovery()?.announce();
    },
    stopAsking: () => {
      asking.stop();
      reviewSoon();
    },
    review,
    bookReplaced: () => {
      carrying.bookReplaced();
      forgetSent();
      reviewSoon();
    },
    netConfig,
    compare: carrying.compare,
    close: async () => {
      clearInterval(timer);
      twice.close();
      carrying.close();
      await meeting.close();
      changed.stop();
    },
  };
}
