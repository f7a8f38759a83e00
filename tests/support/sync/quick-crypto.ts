// A team's cryptography for long random runs: what is signed or sealed is looked up, not
// computed. Nothing is forged in it, which is all that a log asks of signatures.

import { createHash } from 'node:crypto';

import type { KeyPair, TeamCrypto } from '../../../src-shared/sync/team/crypto.ts';

export function quickCrypto(random: () => number): TeamCrypto {
  const secrets = new Map<string, string>();
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const text = (): string => hash(`${random()}${random()}`);
  const newKeys = (): KeyPair => {
    const pair = { publicKey: text(), secretKey: text() };
    secrets.set(pair.publicKey, pair.secretKey);
    return pair;
  };
  const signature = (secretKey: string, said: string): string => hash(`${secretKey}\n${said}`);
  const sealed = (key: string, inside: string): string => `${hash(key)}.${inside}`;
  const opened = (key: string, box: string): string | undefined =>
    box.startsWith(`${hash(key)}.`) ? box.slice(hash(key).length + 1) : undefined;
  return {
    random: text,
    newSignKeys: newKeys,
    sign: signature,
    verify: (publicKey, said, given) => {
      const secret = secrets.get(publicKey);
      return secret !== undefined && signature(secret, said) === given;
    },
    newBoxKeys: newKeys,
    sealFor: (publicKey, inside) => sealed(secrets.get(publicKey) ?? '', inside),
    openWith: opened,
    seal: sealed,
    open: opened,
    derive: (secret, purpose) => hash(`${secret}\n${purpose}`),
    hash,
  };
}
