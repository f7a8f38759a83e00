// The asking side of an invite: says its piece again and again until it is answered,
// because the other laptop may not be found at once.

import { safeName } from '../../../../src-shared/values/safe-name.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import type { Joining as JoiningInfo } from '../../../../src-shared/bridge/team-types.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { inviteKeys } from '../../../../src-shared/sync/team/invite.ts';
import {
  type Asker,
  commitOf,
  matchingCode,
  openPairing,
  type PairingMessage,
  type PairingOf,
  pairingVersion,
  type Welcome,
  welcomeSchema,
} from '../../../../src-shared/sync/team/pairing.ts';

import type { HubKey } from '../network/hub-proof.ts';
import type { Topics } from '../network/network.ts';

export type Joining = {
  info: () => JoiningInfo;
  tags: (hubName: string) => string[];
  hubKey: HubKey & { topics: readonly string[] };
  /** A person has compared the codes. False where there is none yet. */
  confirm: () => boolean;
  close: () => void;
};

export type JoiningNeeds = Topics & {
  secret: string;
  asker: Asker;
  crypto: TeamCrypto;
  openSealed: (sealed: string) => string | undefined;
  every: (work: () => void, ms: number) => () => void;
  onChange: () => void;
  onWelcome: (welcome: Welcome) => void;
};

const againMs = 1_500;

export function startJoining(needs: JoiningNeeds): Joining {
  const { asker, crypto } = needs;
  const { topic, key, tag, hubKey } = inviteKeys(needs.secret, crypto);
  const ask = crypto.random(16);
  const nonce = crypto.random(24);
  let reply: PairingOf<'reply'> | undefined;
  let isConfirmed = false;
  let welcome: Welcome | undefined;
  let refused: 'no' | 'earlier' | 'later' | undefined;

  const say = (message: PairingMessage): void =>
    needs.publish(topic, crypto.seal(key, JSON.stringify(message)));
  const sayAgain = (): void => {
    if (refused !== undefined) return;
    // Also after the reply: it is answered by `accepted`, should that have been lost.
    say({ t: 'ask', ask, commit: commitOf(nonce, asker, crypto), asker, v: pairingVersion });
    if (reply !== undefined) say({ t: 'reveal', ask, nonce });
  };
  const hear = (data: unknown): void => {
    const message = openPairing(data, key, crypto);
    if (message === undefined || message.ask !== ask) return;
    if (message.t === 'reply' && message.v !== pairingVersion) {
      refused = message.v < pairingVersion ? 'earlier' : 'later';
      needs.onChange();
    } else if (message.t === 'reply' && reply === undefined) {
      reply = message;
      say({ t: 'reveal', ask, nonce });
      needs.onChange();
    } else if (message.t === 'refused') {
      refused ??= 'no';
      needs.onChange();
    } else if (message.t === 'accepted') onAccepted(message);
  };
  const onAccepted = ({ sealed }: PairingOf<'accepted'>): void => {
    const text = needs.openSealed(sealed);
    if (text === undefined || reply === undefined) return;
    const parsed = welcomeSchema.safeParse(parseJson(text));
    // Only into the team whose name and code were shown.
    if (!parsed.success || parsed.data.team !== reply.team) return;
    welcome = parsed.data;
    comeIn();
  };
  /** Whoever has the invite can answer in a member's place: only the code tells them apart. */
  const comeIn = (): void => {
    if (isConfirmed && welcome !== undefined) needs.onWelcome(welcome);
  };
  const stopListening = needs.listen(topic, hear);
  const stopAsking = needs.every(sayAgain, againMs);
  sayAgain();

  return {
    info: () => {
      if (refused !== undefined) return { state: 'refused', why: refused };
      if (reply === undefined) return { state: 'looking' };
      const teamName = safeName(reply.teamName);
      const memberName = safeName(reply.memberName);
      return {
        state: 'code',
        code: matchingCode({ nonce, asker }, reply, crypto),
        teamName,
        memberName,
        isConfirmed,
      };
    },
    tags: (hubName) => [tag(hubName)],
    hubKey,
    confirm: () => {
      if (reply === undefined || refused !== undefined) return false;
      isConfirmed = true;
      needs.onChange();
      comeIn();
      return true;
    },
    close: () => {
      stopAsking();
      stopListening();
    },
  };
}
