// How two hubs show each other that they hold a key of the same team or invite, before
// either says a topic's name: each sends a nonce, and for each of its keys an HMAC-SHA-256
// (RFC 2104) over both nonces and its own side of the line. Who holds no key learns
// nothing from it, and cannot send back what it heard.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type HubKey = {
  /** Derived from a team's or an invite's key, for this alone. */
  secret: string;
  /** The only topics that it opens; all when left out. */
  topics?: readonly string[];
};
/** Topics that may be spoken of over a line. */
export type Opens = 'all' | ReadonlySet<string>;

export type HubProofNeeds = {
  /** Whether this side has opened the line. */
  isDialler: boolean;
  keys: () => readonly HubKey[];
  /** What may pass without a proof: a person said so of this address. */
  trusted: () => Opens;
  /** The other side has proven itself, or may be told of more or fewer topics than before. */
  onOpens: () => void;
  /** Nothing may pass, and the time for a proof is over. */
  onLate: () => void;
};

export type HubProof = {
  nonce: string;
  hearNonce: (nonce: string) => void;
  hearMacs: (macs: readonly string[]) => void;
  /** One for each key that is held now; undefined where the other has them, or cannot read them yet. */
  newMacs: () => string[] | undefined;
  /** Looks at what was heard again: the keys may be others. */
  review: () => void;
  isProven: () => boolean;
  /** With a key that opens everything. */
  isWhole: () => boolean;
  /** Something may pass. */
  isOpen: () => boolean;
  mayPass: (topic: string) => boolean;
  stop: () => void;
};

export const mostMacs = 24;
const provenMs = 5_000;

export function createHubProof(needs: HubProofNeeds): HubProof {
  const { isDialler, keys, trusted } = needs;
  const nonce = randomBytes(24).toString('base64url');
  let theirNonce: string | undefined;
  let theirMacs: readonly string[] = [];
  let said = '';
  let proven: Opens = new Set();
  let deadline: NodeJS.Timeout | undefined;

  const macsBy = (byDialler: boolean): string[] =>
    keys().map(({ secret }) => {
      const nonces = isDialler ? [nonce, theirNonce] : [theirNonce, nonce];
      const text = ['rapport:hub:2', byDialler ? 'dialler' : 'acceptor', ...nonces].join('\n');
      return createHmac('sha256', secret).update(text).digest('base64url');
    });
  const review = (): void => {
    const wanted = theirNonce === undefined ? [] : macsBy(!isDialler);
    const shared = keys().filter((_, at) => theirMacs.some((mac) => isSame(mac, wanted[at])));
    const before = proven;
    proven = opensOf(shared);
    wait();
    if (!isSameOpens(before, proven)) needs.onOpens();
  };
  const wait = (): void => {
    if (!proof.isOpen()) return void (deadline ??= setTimeout(needs.onLate, provenMs));
    proof.stop();
  };
  const proof: HubProof = {
    nonce,
    hearNonce: (other) => {
      theirNonce ??= other;
    },
    hearMacs: (macs) => {
      theirMacs = macs;
      review();
    },
    newMacs: () => {
      const macs = theirNonce === undefined ? [] : macsBy(isDialler);
      if (macs.join() === said) return undefined;
      said = macs.join();
      return macs;
    },
    review,
    isProven: () => isAny(proven),
    isWhole: () => proven === 'all',
    isOpen: () => isAny(proven) || isAny(trusted()),
    mayPass: (topic) => isAmong(topic, proven) || isAmong(topic, trusted()),
    stop: () => {
      clearTimeout(deadline);
      deadline = undefined;
    },
  };
  wait();
  return proof;
}

function opensOf(shared: readonly HubKey[]): Opens {
  if (shared.some(({ topics }) => topics === undefined)) return 'all';
  return new Set(shared.flatMap(({ topics = [] }) => topics));
}

const isAny = (opens: Opens): boolean => opens === 'all' || opens.size > 0;
const isAmong = (topic: string, opens: Opens): boolean => opens === 'all' || opens.has(topic);

const isSameOpens = (a: Opens, b: Opens): boolean =>
  a === b || (a !== 'all' && b !== 'all' && a.size === b.size && [...a].every((one) => b.has(one)));

function isSame(a: string, b = ''): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
