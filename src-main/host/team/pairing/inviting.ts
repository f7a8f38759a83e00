// The member's side of an invite: hears who asks, shows the code, lets in or refuses.

import type { Result } from '../../../../src-shared/domain/result.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import type { JoinRequest } from '../../../../src-shared/bridge/team-types.ts';
import { safeName } from '../../../../src-shared/values/safe-name.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { wordsOf } from '../../../../src-shared/sync/team/invite.ts';
import {
  type Asker,
  commitOf,
  isUsable,
  matchingCode,
  openPairing,
  type PairingMessage,
  type PairingOf,
  pairingVersion,
  type Welcome,
} from '../../../../src-shared/sync/team/pairing.ts';
import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import type { TeamFile } from '../identity/team-file.ts';
import { freeColour } from '../identity/colours.ts';
import type { HubKey } from '../network/hub-proof.ts';
import type { Topics } from '../network/network.ts';
import type { TeamState } from '../identity/team-state.ts';
import { type Invites, keepInvites } from './invites.ts';

export type Inviting = {
  begin: () => void;
  end: () => void;
  current: () => { words: string; until: number } | undefined;
  /** The invite ended by itself, since somebody seems to have guessed with it. */
  isTried: () => boolean;
  requests: () => JoinRequest[];
  answer: (ask: string, isAccepted: boolean) => Result<null>;
  /** For a hub's announcement. */
  tags: (hubName: string) => string[];
  hubKeys: () => HubKey[];
  close: () => void;
};

export type InvitingNeeds = Topics & {
  state: TeamState;
  file: TeamFile;
  crypto: TeamCrypto;
  now: () => number;
  /** Runs `work` after a while. */
  later: (work: () => void, ms: number) => void;
  /** Requests or the invite itself have changed. */
  onChange: () => void;
  /** Somebody asks, with a code to compare. */
  onAsked: (asker: Asker) => void;
  /** Somebody asks with keys that have been in the team: an earlier version makes no new ones. */
  onKnown: (asker: Asker) => void;
  /** Somebody asked and did not show the number it was bound to. */
  onMissed: (asker: Asker) => void;
  /** A device was let in: tell the team. */
  onLetIn: (asker: Asker) => void;
};

type Asked = {
  asker: Asker;
  commit: string;
  reply: PairingOf<'reply'>;
  /** Once the asker has shown what it committed to. */
  code?: string;
  /** Once it was let in. */
  welcome?: Welcome;
};
/** By the id of the ask. */
type Asks = Map<string, Asked>;
type Desk = InvitingNeeds & {
  invites: Invites;
  asks: Asks;
  say: (message: PairingMessage) => void;
};

/** An honest laptop shows its number as soon as it hears the reply. */
const revealMs = 15_000;

export function createInviting(needs: InvitingNeeds): Inviting {
  const { state, file, crypto, now } = needs;
  const invites = keepInvites(file, crypto, now);
  const asks: Asks = new Map();
  let stop: () => void = () => undefined;

  const say = (message: PairingMessage): void => {
    const keys = invites.keys();
    if (keys !== undefined)
      needs.publish(keys.topic, crypto.seal(keys.key, JSON.stringify(message)));
  };
  const desk: Desk = { ...needs, invites, asks, say };
  const hear = (data: unknown): void => {
    const keys = invites.keys();
    if (keys === undefined) return;
    const message = openPairing(data, keys.key, crypto);
    if (message?.t === 'ask') onAsk(message, desk);
    else if (message?.t === 'reveal') onReveal(message, desk);
  };
  const listen = (): void => {
    stop();
    const keys = invites.keys();
    if (keys !== undefined) stop = needs.listen(keys.topic, hear);
  };
  listen();

  return {
    begin: () => {
      // An open one that nobody has used stays: its words may be on the way already.
      if (invites.isOpen()) return;
      invites.begin();
      asks.clear();
      listen();
      needs.onChange();
    },
    end: () => {
      invites.forget();
      asks.clear();
      stop();
      needs.onChange();
    },
    current: () => {
      const invite = invites.last();
      if (invite === undefined || !invites.isOpen()) return undefined;
      return { words: wordsOf(invite.secret), until: invite.until };
    },
    isTried: () => invites.last()?.ended === 'tried',
    requests: () => requestsOf(asks),
    answer: (ask, isAccepted) => {
      const asked = asks.get(ask);
      const membership = state.membership();
      if (asked?.code === undefined || asked.welcome !== undefined || membership === undefined)
        return fail('not-found');
      const done = isAccepted ? letIn(ask, asked, membership, desk) : ok(null);
      if (!isAccepted) refuse(ask, desk);
      needs.onChange();
      return done;
    },
    tags: (hubName) => {
      const keys = invites.keys();
      return keys === undefined ? [] : [keys.tag(hubName)];
    },
    hubKeys: () => {
      const keys = invites.keys();
      return keys === undefined ? [] : [keys.hubKey];
    },
    close: () => stop(),
  };
}

function onAsk({ ask, commit, asker, v }: PairingOf<'ask'>, desk: Desk): void {
  const { asks, say, state, file, crypto, invites } = desk;
  const known = asks.get(ask);
  if (known !== undefined)
    return known.welcome === undefined ? say(known.reply) : sayAccepted(ask, known, say, crypto);
  const membership = state.membership();
  if (membership === undefined || !invites.isOpen()) return;
  // Whoever speaks another version hears so from the reply, and from nothing else.
  const isKnown = membership.members.has(asker.id);
  if (v === pairingVersion && (isKnown || !isUsable(asker, crypto))) {
    if (isKnown) desk.onKnown(asker);
    return say({ t: 'refused', ask });
  }
  const { signKey, memberName } = state.asker(file.read().memberName);
  const said = { team: membership.team, teamName: membership.name, memberName, signKey };
  const own = { ask, nonce: crypto.random(24), v: pairingVersion };
  const reply = { t: 'reply' as const, ...own, ...said };
  if (v !== pairingVersion) return say(v < pairingVersion ? { t: 'refused', ask } : reply);
  if (!invites.countReply()) return endTried(desk);
  asks.set(ask, { asker, commit, reply });
  say(reply);
  desk.later(() => {
    if (asks.get(ask)?.code === undefined) onMiss(ask, desk);
  }, revealMs);
}

function onReveal({ ask, nonce }: PairingOf<'reveal'>, desk: Desk): void {
  const { asks, crypto, onAsked, onChange } = desk;
  const asked = asks.get(ask);
  if (asked === undefined || asked.code !== undefined) return;
  // Not what was committed to: somebody is choosing numbers.
  if (commitOf(nonce, asked.asker, crypto) !== asked.commit) return onMiss(ask, desk);
  asked.code = matchingCode({ nonce, asker: asked.asker }, asked.reply, crypto);
  onAsked(asked.asker);
  onChange();
}

function onMiss(ask: string, desk: Desk): void {
  const asked = desk.asks.get(ask);
  if (asked === undefined || !desk.invites.isOpen()) return;
  refuse(ask, desk);
  desk.onMissed(asked.asker);
  if (desk.invites.countMiss()) return endTried(desk);
  desk.onChange();
}

/** Nobody comes in with these words any more, whoever has them. */
function endTried(desk: Desk): void {
  for (const ask of desk.asks.keys()) refuse(ask, desk);
  desk.onChange();
}

function refuse(ask: string, { asks, say }: Desk): void {
  say({ t: 'refused', ask });
  asks.delete(ask);
}

function letIn(ask: string, asked: Asked, membership: Membership, desk: Desk): Result<null> {
  const { state, crypto, asks, say } = desk;
  const said = state.letIn(asked.asker, freeColour(membership));
  const log = state.log();
  if (!said.ok || log === undefined) return said;
  const keys = Object.fromEntries(state.keys().map(({ id, key }) => [id, key]));
  const { team, anchor } = log;
  asked.welcome = { team, anchor, statements: log.statements(), keys };
  sayAccepted(ask, asked, say, crypto);
  desk.invites.use();
  // Everybody else who asked with the same words is refused.
  for (const other of asks.keys()) if (other !== ask) refuse(other, desk);
  desk.onLetIn(asked.asker);
  return said;
}

function sayAccepted(
  ask: string,
  { asker, welcome }: Asked,
  say: Desk['say'],
  crypto: TeamCrypto,
): void {
  const sealed = crypto.sealFor(asker.boxKey, JSON.stringify(welcome));
  if (sealed !== undefined) say({ t: 'accepted', ask, sealed });
}

const requestsOf = (asks: Asks): JoinRequest[] =>
  [...asks].flatMap(([ask, { asker, code, welcome }]) =>
    code === undefined || welcome !== undefined
      ? []
      : [
          {
            ask,
            deviceName: safeName(asker.deviceName),
            memberName: safeName(asker.memberName),
            code,
          },
        ],
  );
