// The member's side of an invite: hears who asks, shows the code, lets in or refuses.

import type { Result } from '../../../../src-shared/domain/result.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import type { JoinRequest } from '../../../../src-shared/bridge/team-types.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { inviteHours, inviteKeys, wordsOf } from '../../../../src-shared/sync/team/invite.ts';
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

export type Inviting = {
  begin: () => void;
  end: () => void;
  current: () => { words: string; until: number } | undefined;
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
  /** Requests or the invite itself have changed. */
  onChange: () => void;
  /** Somebody asks, with a code to compare. */
  onAsked: (asker: Asker) => void;
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
type Invite = { secret: string; until: number };

const mostAsks = 5;
const hour = 60 * 60 * 1000;

export function createInviting(needs: InvitingNeeds): Inviting {
  const { state, file, crypto, now } = needs;
  const asks: Asks = new Map();
  let stop: () => void = () => undefined;

  const invite = (): Invite | undefined => {
    const last = file.read().invites.at(-1);
    return last !== undefined && last.until > now() ? last : undefined;
  };
  const say = (message: PairingMessage): void => {
    const open = invite();
    if (open === undefined) return;
    const { topic, key } = inviteKeys(open.secret, crypto);
    needs.publish(topic, crypto.seal(key, JSON.stringify(message)));
  };
  /** One use: once somebody was let in, the words are worth nothing. */
  const isOpen = (): boolean =>
    invite() !== undefined && ![...asks.values()].some(({ welcome }) => welcome !== undefined);
  const hear = (data: unknown): void => {
    const open = invite();
    if (open === undefined) return;
    const message = openPairing(data, inviteKeys(open.secret, crypto).key, crypto);
    if (message?.t === 'ask') onAsk(message, asks, isOpen(), say, needs);
    else if (message?.t === 'reveal') onReveal(message, asks, needs);
  };
  const listen = (): void => {
    stop();
    const open = invite();
    if (open !== undefined) stop = needs.listen(inviteKeys(open.secret, crypto).topic, hear);
  };
  listen();

  return {
    begin: () => {
      // An open one that nobody has used stays: its words may be on the way already.
      if (isOpen()) return;
      const until = now() + inviteHours * hour;
      file.write({ invites: [{ secret: crypto.random(16), until }] });
      asks.clear();
      listen();
      needs.onChange();
    },
    end: () => {
      file.write({ invites: [] });
      asks.clear();
      stop();
      needs.onChange();
    },
    current: () => {
      const open = invite();
      if (open === undefined || !isOpen()) return undefined;
      return { words: wordsOf(open.secret), until: open.until };
    },
    requests: () => requestsOf(asks),
    answer: (ask, isAccepted) => {
      const asked = asks.get(ask);
      const membership = state.membership();
      if (asked?.code === undefined || membership === undefined) return fail('not-found');
      const done = isAccepted ? letIn(ask, asked, membership, asks, say, needs) : ok(null);
      if (!isAccepted) {
        say({ t: 'refused', ask });
        asks.delete(ask);
      }
      needs.onChange();
      return done;
    },
    tags: (hubName) => {
      const open = invite();
      return open === undefined ? [] : [inviteKeys(open.secret, crypto).tag(hubName)];
    },
    hubKeys: () => {
      const open = invite();
      return open === undefined ? [] : [inviteKeys(open.secret, crypto).hubKey];
    },
    close: () => stop(),
  };
}

type Say = (message: PairingMessage) => void;

function onAsk(
  { ask, commit, asker, v }: PairingOf<'ask'>,
  asks: Asks,
  isOpen: boolean,
  say: Say,
  { state, file, crypto }: InvitingNeeds,
): void {
  const known = asks.get(ask);
  if (known !== undefined)
    return known.welcome === undefined ? say(known.reply) : sayAccepted(ask, known, say, crypto);
  const membership = state.membership();
  if (asks.size >= mostAsks || membership === undefined || !isOpen) return;
  // Whoever speaks another version hears so from the reply, and from nothing else.
  const isKnown = membership.members.has(asker.id);
  if (v === pairingVersion && (isKnown || !isUsable(asker, crypto)))
    return say({ t: 'refused', ask });
  const { signKey, memberName } = state.asker(file.read().memberName);
  const said = { team: membership.team, teamName: membership.name, memberName, signKey };
  const own = { ask, nonce: crypto.random(24), v: pairingVersion };
  const reply = { t: 'reply' as const, ...own, ...said };
  if (v !== pairingVersion) return say(v < pairingVersion ? { t: 'refused', ask } : reply);
  asks.set(ask, { asker, commit, reply });
  say(reply);
}

function onReveal(
  { ask, nonce }: PairingOf<'reveal'>,
  asks: Asks,
  { crypto, onAsked, onChange }: InvitingNeeds,
): void {
  const asked = asks.get(ask);
  if (asked === undefined || asked.code !== undefined) return;
  // Not what was committed to: somebody is choosing numbers.
  if (commitOf(nonce, asked.asker, crypto) !== asked.commit) return void asks.delete(ask);
  asked.code = matchingCode({ nonce, asker: asked.asker }, asked.reply, crypto);
  onAsked(asked.asker);
  onChange();
}

function letIn(
  ask: string,
  asked: Asked,
  membership: Membership,
  asks: Asks,
  say: Say,
  { state, crypto, onLetIn }: InvitingNeeds,
): Result<null> {
  const said = state.letIn(asked.asker, freeColour(membership));
  const log = state.log();
  if (!said.ok || log === undefined) return said;
  const keys = Object.fromEntries(state.keys().map(({ id, key }) => [id, key]));
  const { team, anchor } = log;
  asked.welcome = { team, anchor, statements: log.statements(), keys };
  sayAccepted(ask, asked, say, crypto);
  // Everybody else who asked with the same words is refused.
  for (const other of asks.keys()) if (other !== ask) say({ t: 'refused', ask: other });
  onLetIn(asked.asker);
  return said;
}

function sayAccepted(ask: string, { asker, welcome }: Asked, say: Say, crypto: TeamCrypto): void {
  const sealed = crypto.sealFor(asker.boxKey, JSON.stringify(welcome));
  if (sealed !== undefined) say({ t: 'accepted', ask, sealed });
}

const requestsOf = (asks: Asks): JoinRequest[] =>
  [...asks].flatMap(([ask, { asker, code, welcome }]) =>
    code === undefined || welcome !== undefined
      ? []
      : [{ ask, deviceName: asker.deviceName, memberName: asker.memberName, code }],
  );
