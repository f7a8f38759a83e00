// The member's side of an invite: hears who asks, shows the code, lets in or refuses.

import type { Result } from '../../../../src-shared/domain/result.ts';
import { fail, ok } from '../../../../src-shared/domain/result.ts';
import type { JoinRequest } from '../../../../src-shared/bridge/team-types.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { inviteHours, inviteKeys, wordsOf } from '../../../../src-shared/sync/team/invite.ts';
import {
  type Asker,
  commitOf,
  matchingCode,
  openPairing,
  type PairingMessage,
  type PairingOf,
  type Welcome,
} from '../../../../src-shared/sync/team/pairing.ts';
import type { TeamFile } from '../identity/team-file.ts';
import { freeColour, type TeamState } from '../identity/team-state.ts';

export type Inviting = {
  begin: () => void;
  end: () => void;
  current: () => { words: string; until: number } | undefined;
  requests: () => JoinRequest[];
  answer: (ask: string, isAccepted: boolean) => Result<null>;
  /** For a hub's announcement. */
  tags: (hubName: string) => string[];
  close: () => void;
};

export type InvitingNeeds = {
  state: TeamState;
  file: TeamFile;
  crypto: TeamCrypto;
  now: () => number;
  listen: (topic: string, listener: (data: unknown) => void) => () => void;
  publish: (topic: string, data: unknown) => void;
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
  code?: string;
  isDone?: Welcome;
};

const mostAsks = 5;
const hour = 60 * 60 * 1000;

export function createInviting(needs: InvitingNeeds): Inviting {
  const { state, file, crypto } = needs;
  const asks = new Map<string, Asked>();
  let stop: () => void = () => undefined;

  const invite = () => {
    const one = file.read().invites.at(-1);
    return one !== undefined && one.until > needs.now() ? one : undefined;
  };
  const say = (message: PairingMessage): void => {
    const one = invite();
    if (one === undefined) return;
    const { topic, key } = inviteKeys(one.secret, crypto);
    needs.publish(topic, crypto.seal(key, JSON.stringify(message)));
  };
  const hear = (data: unknown): void => {
    const one = invite();
    const message =
      one === undefined ? undefined : openPairing(data, inviteKeys(one.secret, crypto).key, crypto);
    if (message?.t === 'ask') onAsk(message);
    else if (message?.t === 'reveal') onReveal(message);
  };
  const onAsk = ({ ask, commit, asker }: PairingOf<'ask'>): void => {
    const known = asks.get(ask);
    if (known !== undefined)
      return known.isDone === undefined ? say(known.reply) : accept(ask, known);
    const view = state.view();
    if (asks.size >= mostAsks || view === undefined || !isOpen()) return;
    const { signKey, memberName } = state.asker(file.read().memberName);
    const said = { team: view.team, teamName: view.name, memberName, signKey };
    const reply = { t: 'reply' as const, ask, nonce: crypto.random(24), ...said };
    asks.set(ask, { asker, commit, reply });
    say(reply);
  };
  const onReveal = ({ ask, nonce }: PairingOf<'reveal'>): void => {
    const asked = asks.get(ask);
    if (asked === undefined || asked.code !== undefined) return;
    // Not what was committed to: somebody is choosing numbers.
    if (commitOf(nonce, asked.asker, crypto) !== asked.commit) return void asks.delete(ask);
    asked.code = matchingCode({ nonce, asker: asked.asker }, asked.reply, crypto);
    needs.onAsked(asked.asker);
    needs.onChange();
  };
  const accept = (ask: string, asked: Asked): void => {
    if (asked.isDone === undefined) return;
    const sealed = crypto.sealFor(asked.asker.boxKey, JSON.stringify(asked.isDone));
    say({ t: 'accepted', ask, sealed });
  };
  const listen = (): void => {
    stop();
    const one = invite();
    if (one !== undefined) stop = needs.listen(inviteKeys(one.secret, crypto).topic, hear);
  };
  listen();
  /** One use: once somebody was let in, the words are worth nothing. */
  const isOpen = (): boolean =>
    invite() !== undefined && ![...asks.values()].some(({ isDone }) => isDone !== undefined);

  return {
    begin: () => {
      // An open one that nobody has used stays: its words may be on the way already.
      if (isOpen()) return;
      const until = needs.now() + inviteHours * hour;
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
      const one = invite();
      if (one === undefined || !isOpen()) return undefined;
      return { words: wordsOf(one.secret), until: one.until };
    },
    requests: () =>
      [...asks].flatMap(([ask, { asker, code, isDone }]) =>
        code === undefined || isDone !== undefined
          ? []
          : [{ ask, deviceName: asker.deviceName, memberName: asker.memberName, code }],
      ),
    answer: (ask, isAccepted) => {
      const asked = asks.get(ask);
      const view = state.view();
      if (asked?.code === undefined || view === undefined) return fail('not-found');
      if (!isAccepted) {
        say({ t: 'refused', ask });
        asks.delete(ask);
        needs.onChange();
        return ok(null);
      }
      state.letIn(asked.asker, freeColour(view));
      const keys = Object.fromEntries(state.keys().map(({ id, key }) => [id, key]));
      asked.isDone = { team: view.team, statements: [...state.statements()], keys };
      accept(ask, asked);
      // Everybody else who asked with the same words is refused.
      for (const other of asks.keys()) if (other !== ask) say({ t: 'refused', ask: other });
      needs.onLetIn(asked.asker);
      needs.onChange();
      return ok(null);
    },
    tags: (hubName) => {
      const one = invite();
      return one === undefined ? [] : [inviteKeys(one.secret, crypto).tag(hubName)];
    },
    close: () => stop(),
  };
}
