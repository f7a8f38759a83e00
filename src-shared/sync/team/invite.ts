// An invite is 128 random bits, shown as twelve words of the BIP-39 English list or in a
// QR code. It finds the inviting laptop and hides what is said to it; it does not let
// anybody in.

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

import { fromBase64, toBase64 } from '../../records/base64.ts';
import type { TeamCrypto } from './crypto.ts';

export type InviteKeys = {
  /** Seals what is said about this invite. */
  key: string;
  /** Where it is said. */
  topic: string;
  /** What the inviting hub is recognised by, together with the hub's own random name. */
  tag: (hubName: string) => string;
  /** What hubs prove to each other, and the only topic that it opens. */
  hubKey: { secret: string; topics: readonly string[] };
};

export const inviteHours = 24;

/** `secret`: 16 random bytes, base64url. */
export const wordsOf = (secret: string): string =>
  entropyToMnemonic(fromBase64(standard(secret)), wordlist);

/** Undefined when the words are not an invite: a typing mistake is nearly always noticed. */
export function secretOf(words: string): string | undefined {
  const clean = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  try {
    return urlSafe(toBase64(mnemonicToEntropy(clean.join(' '), wordlist)));
  } catch {
    return undefined;
  }
}

/** The word that is on no list, to point at it; undefined when all are known. */
export function unknownWord(words: string): string | undefined {
  const clean = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return clean.find((word) => !wordlist.includes(word));
}

export function inviteKeys(secret: string, crypto: TeamCrypto): InviteKeys {
  const tagKey = crypto.derive(secret, 'invite-tag');
  const topic = `i${crypto.derive(secret, 'invite-topic').slice(0, 24)}`;
  return {
    key: crypto.derive(secret, 'invite-key'),
    topic,
    hubKey: { secret: crypto.derive(secret, 'invite-hub-proof'), topics: [topic] },
    tag: (hubName) => crypto.hash(`${tagKey}\n${hubName}`).slice(0, 16),
  };
}

const standard = (text: string): string =>
  text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 4) * 4, '=');
const urlSafe = (text: string): string =>
  text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
