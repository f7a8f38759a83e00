// The team as a whole: who we are, whom we meet, what we exchange. Wires the parts and
// keeps the order in which they must hear of a change.

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { EventName, HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { NetConfig } from '../../../src-shared/bridge/team-types.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import type { Exchange } from '../../../src-shared/sync/exchange.ts';
import type { Statement } from '../../../src-shared/sync/team/statements.ts';
import type { Book } from '../services/create-services.ts';
import type { SettingsFile } from '../services/settings.ts';
import { type Files, openFiles } from '../files/files.ts';
import { type Gossip, startGossip } from './gossip.ts';
import { createInviting, type Inviting } from './inviting.ts';
import { type Joining, startJoining } from './joining.ts';
import { createLinks, type Links } from './links.ts';
import { netConfigOf, teamTag } from './net-config.ts';
import { createNetwork, type Network } from './network.ts';
import { nodeCrypto as crypto } from './node-crypto.ts';
import { createTeamExchange } from './team-exchange.ts';
import { createTeamLog, type TeamLog } from './team-log.ts';
import { openTeamFile, type TeamFile } from './team-file.ts';
import { createTeamState, type TeamState } from './team-state.ts';

export type Team = {
  file: TeamFile;
  state: TeamState;
  network: Network;
  links: Links;
  inviting: Inviting;
  log: TeamLog;
  joining: () => Joining | undefined;
  exchange: () => Exchange | undefined;
  isCopied: () => boolean;
  /** Begins to ask with an invite. */
  ask: (secret: string, memberName: string) => Promise<void>;
  stopAsking: () => void;
  /** Brings everything in line with what is known now, and tells windows and team. */
  review: () => Promise<void>;
  /** Another book was put in place of the one that was exchanged. */
  bookReplaced: () => void;
  files: Files;
  /** What windows need to meet; null while there is no team or it is paused. */
  netConfig: () => NetConfig | null;
  /** Compares with every teammate that is linked. */
  compare: () => Promise<void>;
  close: () => Promise<void>;
};

export type TeamNeeds = {
  profileDir: string;
  settings: SettingsFile;
  book: () => Result<Book>;
  commandContext: () => CommandContext;
  emit: <N extends EventName>(name: N, payload: HostEvents[N]) => void;
  onBug: (error: unknown) => void;
};

const compareEvery = 3 * 60 * 1000;
const settleMs = 1_500;
const tellEvery = 250;
const goodbyeMs = 150;

export function openTeam(needs: TeamNeeds): Team {
  const { settings, emit } = needs;
  const device = settings.device;
  const file = openTeamFile(needs.profileDir, crypto);
  const state = createTeamState(file, device, crypto, Date.now);
  const log = createTeamLog();
  let joining: Joining | undefined;
  let gossip: Gossip | undefined;
  let told = '';
  let isCopied = false;
  let isTelling = false;

  const changed = (): void => {
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      emit('team.changed', {});
    }, tellEvery).unref();
  };
  const exchange = createTeamExchange({ ...needs, file, log, onChange: changed });
  const tags = (name: string): string[] => [
    ...state.keys().map(({ key }) => teamTag(key, name)),
    ...inviting.tags(name),
    ...(joining?.tags(name) ?? []),
  ];
  const network = createNetwork({
    tags,
    isOurs: (found) => {
      const ours = tags(found.name);
      return found.tags.some((tag) => ours.includes(tag));
    },
    onLinks: () => {
      gossip?.tell();
      changed();
      // Whoever came is to hear of our window, too.
      emit('net.meet', { isMoved: false });
    },
    onFound: (address) => log.add({ code: 'hub-found', detail: address }),
    onMoved: () => {
      log.add({ code: 'moved' });
      emit('net.meet', { isMoved: true });
      changed();
    },
  });
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
      void review().catch(needs.onBug);
    },
  });
  const links = createLinks({
    state,
    crypto,
    device: device.id,
    instance: randomUUID(),
    exchange: exchange.current,
    send: (link, bytes) => emit('link.out', { link, bytes }),
    tell: (link, whose) => emit('link.state', { link, device: whose ?? null }),
    onLinked: (whose) => {
      log.add({ code: 'linked', device: whose });
      files.exchange.review();
      setTimeout(() => void exchange.compare(whose).catch(needs.onBug), settleMs).unref();
      changed();
    },
    onUnlinked: (whose) => {
      log.add({ code: 'unlinked', device: whose });
      exchange.noteSeen(whose);
      files.exchange.review();
      changed();
    },
    onRefused: (why, whose) => {
      if (why === 'self') isCopied = true;
      log.add({ code: why === 'self' ? 'copied' : 'refused-link', device: whose, detail: why });
      changed();
    },
    onStatements: (statements) => onStatements(statements),
    onFile: (whose, message) => files.exchange.receive(whose, message),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });

  const files = openFiles({
    profileDir: needs.profileDir,
    book: needs.book,
    links,
    onChange: (state) => emit('files.changed', state),
    onBug: needs.onBug,
  });
  const onStatements = (statements: readonly Statement[]): void => {
    if (state.learn(statements)) void review().catch(needs.onBug);
  };
  const compare = async (): Promise<void> => {
    for (const whose of links.linked()) await exchange.compare(whose);
  };
  const isActive = (): boolean => state.keyNow() !== undefined && !file.read().isPaused;

  const netConfig = (): NetConfig | null => {
    const now = state.keyNow();
    const hub = network.hub();
    const me = state.view()?.members.get(device.id);
    if (now === undefined || hub === undefined || me === undefined || !isActive()) return null;
    return netConfigOf(me, now, hub.number, file.read());
  };
  const review = async (): Promise<void> => {
    const view = state.view();
    const me = view?.members.get(device.id);
    if (view?.needsEpoch === true && me?.role === 'owner' && me.state === 'here') {
      state.beginEpoch([]);
      log.add({ code: 'new-epoch' });
    }
    if (isActive()) exchange.open();
    if (isActive() || joining !== undefined) await network.start();
    else {
      // Windows leave first, or they would knock at a closed door.
      tellWindows();
      await wait(goodbyeMs);
      await network.stop();
    }
    const { addresses, signaling } = file.read();
    const byHand = addresses.map((address) => `ws://${address}`);
    network.setAddresses(signaling === '' ? byHand : [...byHand, signaling]);
    if (state.keys().length > 0) {
      gossip ??= startGossip({
        state,
        crypto,
        listen: network.listen,
        publish: network.publish,
        onStatements,
      });
      gossip.review();
      gossip.tell();
    }
    links.review();
    tellWindows();
    changed();
  };
  const tellWindows = (): void => {
    const config = netConfig();
    if (JSON.stringify(config) === told) return;
    told = JSON.stringify(config);
    network.discovery()?.announce();
    if (config === null) links.closeAll();
    emit('net.config', { config });
  };
  const timer = setInterval(() => void compare().catch(needs.onBug), compareEvery);
  timer.unref();
  void review().catch(needs.onBug);

  return {
    file,
    state,
    network,
    links,
    inviting,
    log,
    joining: () => joining,
    exchange: exchange.current,
    isCopied: () => isCopied,
    ask: async (secret, memberName) => {
      joining?.close();
      file.write({ memberName });
      joining = startJoining({
        secret,
        asker: state.asker(memberName),
        crypto,
        openSealed: state.openSealed,
        listen: network.listen,
        publish: network.publish,
        every: (work, ms) => {
          const asking = setInterval(work, ms);
          return () => clearInterval(asking);
        },
        onChange: changed,
        onWelcome: (welcome) => {
          if (!state.join(welcome).ok) return;
          joining?.close();
          joining = undefined;
          log.add({ code: 'joined' });
          void review().catch(needs.onBug);
        },
      });
      await review();
      network.discovery()?.announce();
    },
    stopAsking: () => {
      joining?.close();
      joining = undefined;
      void review().catch(needs.onBug);
    },
    files,
    review,
    bookReplaced: () => {
      links.closeAll();
      exchange.forget();
      told = '';
      void review().catch(needs.onBug);
    },
    netConfig,
    compare,
    close: async () => {
      clearInterval(timer);
      for (const whose of links.linked()) exchange.noteSeen(whose);
      joining?.close();
      inviting.close();
      gossip?.close();
      links.closeAll();
      files.exchange.close();
      exchange.close();
      await network.stop();
    },
  };
}
