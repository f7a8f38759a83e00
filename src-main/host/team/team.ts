// The team as a whole: who we are, whom we meet, what we exchange. Wires the parts and
// keeps the order in which they must hear of a change.

import type { Emit } from '../../../src-shared/bridge/contract.ts';
import type { NetConfig } from '../../../src-shared/bridge/team-types.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { Statement } from '../../../src-shared/sync/team/statements.ts';
import type { CurrentBook } from '../book/book.ts';
import type { SettingsFile } from '../profile/settings.ts';
import { type Files, openFiles } from '../attachments/attachments.ts';
import { createAsking } from './pairing/asking.ts';
import { startGossip } from './identity/gossip.ts';
import { createInviting } from './pairing/inviting.ts';
import { createLinking } from './links/linking.ts';
import { teamTag } from './network/net-config.ts';
import { nodeCrypto as crypto } from './identity/node-crypto.ts';
import type { NetworkSight } from './network/own-networks.ts';
import { createTeamExchange } from './links/team-exchange.ts';
import { createTeamNetwork } from './network/team-network.ts';
import { createTeamLog } from './team-log.ts';
import { openTeamFile } from './identity/team-file.ts';
import { createTeamState } from './identity/team-state.ts';
import type { TeamParts } from './team-info.ts';
import { createUpkeep } from './upkeep.ts';

export type Team = TeamParts & {
  /** Begins to ask with an invite. */
  ask: (secret: string, memberName: string) => Promise<void>;
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
  const { settings, emit } = needs;
  const device = settings.device;
  const file = openTeamFile(needs.profileDir, crypto);
  const state = createTeamState(file, device, crypto, Date.now);
  const log = createTeamLog();
  let isTelling = false;

  const changed = (): void => {
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      emit('team.changed', {});
    }, tellEvery).unref();
  };
  const reviewSoon = (): void => void review().catch(needs.onBug);
  const onStatements = (statements: readonly Statement[]): void => {
    if (state.learn(statements)) reviewSoon();
  };
  const exchange = createTeamExchange({ ...needs, file, log, onChange: changed });
  const around = createTeamNetwork({
    file,
    log,
    networks: needs.networks,
    tags: (name) => [
      ...state.keys().map(({ key }) => teamTag(key, name)),
      ...inviting.tags(name),
      ...asking.tags(name),
    ],
    greet: () => gossip.tell(),
    emit,
    onChange: changed,
    onHeld: reviewSoon,
  });
  const { network, held } = around;
  const inviting = createInviting({
    state,
    file,
    crypto,
    now: Date.now,
    listen: network.listen,
    publish: network.publish,
    onChange: () => {
      network.discovery()?.announce();
      changed();
    },
    onAsked: ({ memberName }) => log.add({ code: 'asked', detail: memberName }),
    onLetIn: ({ id }) => {
      log.add({ code: 'let-in', device: id });
      reviewSoon();
    },
  });
  const { links, isCopied } = createLinking({
    device: device.id,
    state,
    log,
    exchange,
    files: () => files.exchange,
    onStatements,
    emit,
    onChange: changed,
    onBug: needs.onBug,
  });
  const files = openFiles({
    profileDir: needs.profileDir,
    book: needs.book,
    links,
    onChange: (state) => emit('files.changed', state),
    onBug: needs.onBug,
  });
  const compare = async (): Promise<void> => {
    for (const whose of links.linked()) await exchange.compare(whose);
  };
  const gossip = startGossip({
    state,
    crypto,
    listen: network.listen,
    publish: network.publish,
    onStatements,
  });
  const asking = createAsking({
    state,
    network,
    onChange: changed,
    onJoined: () => {
      log.add({ code: 'joined' });
      reviewSoon();
    },
  });
  const { review, netConfig, forgetTold } = createUpkeep({
    device: device.id,
    state,
    file,
    log,
    exchange,
    network,
    links,
    gossip,
    asking,
    held,
    tell: (config) => emit('net.config', { config }),
    onChange: changed,
  });
  const timer = setInterval(() => void compare().catch(needs.onBug), compareEvery);
  timer.unref();
  reviewSoon();

  return {
    file,
    state,
    network,
    links,
    inviting,
    log,
    joining: asking.current,
    exchange: exchange.current,
    isCopied,
    held,
    ask: async (secret, memberName) => {
      file.write({ memberName });
      asking.begin(secret, memberName);
      await review();
      network.discovery()?.announce();
    },
    stopAsking: () => {
      asking.stop();
      reviewSoon();
    },
    files,
    review,
    bookReplaced: () => {
      links.closeAll();
      exchange.forget();
      forgetTold();
      reviewSoon();
    },
    netConfig,
    compare,
    close: async () => {
      clearInterval(timer);
      for (const whose of links.linked()) exchange.noteSeen(whose);
      asking.stop();
      inviting.close();
      gossip.close();
      links.closeAll();
      files.exchange.close();
      exchange.close();
      await around.close();
    },
  };
}
