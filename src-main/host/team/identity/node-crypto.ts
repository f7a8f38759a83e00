// A team's cryptography by Node's own.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

import type { KeyPair, TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';

const nonceLength = 12;
const tagLength = 16;

export const nodeCrypto: TeamCrypto = {
  random: (length) => randomBytes(length).toString('base64url'),
  newSignKeys: () => exported(generateKeyPairSync('ed25519')),
  sign: (secretKey, text) =>
    sign(null, Buffer.from(text), secretOf(secretKey)).toString('base64url'),
  verify: (publicKey, text, signature) =>
    orUndefined(() =>
      verify(null, Buffer.from(text), publicOf(publicKey), Buffer.from(signature, 'base64url')),
    ) === true,
  newBoxKeys: () => exported(generateKeyPairSync('x25519')),
  sealFor: (publicKey, text) =>
    orUndefined(() => {
      const once = generateKeyPairSync('x25519');
      const onceKey = exported(once).publicKey;
      const key = sharedKey(once.privateKey, publicOf(publicKey), `${onceKey}>${publicKey}`);
      return `${onceKey}.${nodeCrypto.seal(key, text)}`;
    }),
  openWith: (secretKey, sealed) =>
    orUndefined(() => {
      const [onceKey = '', box = ''] = sealed.split('.');
      const secret = secretOf(secretKey);
      const own = createPublicKey(secret).export({ type: 'spki', format: 'der' });
      const purpose = `${onceKey}>${own.toString('base64url')}`;
      return nodeCrypto.open(sharedKey(secret, publicOf(onceKey), purpose), box);
    }),
  seal: (key, text) => {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  },
  open: (key, sealed) =>
    orUndefined(() => {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, nonceLength);
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce, {
        authTagLength: tagLength,
      });
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      const body = decipher.update(bytes.subarray(nonceLength + tagLength));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    }),
  derive: (secret, purpose) =>
    Buffer.from(
      hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `rapport:${purpose}`, 32),
    ).toString('base64url'),
  hash: (text) => createHash('sha256').update(text).digest('base64url'),
};

function exported(pair: { publicKey: KeyObject; privateKey: KeyObject }): KeyPair {
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    secretKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

/** Reading a key takes as long as half a check; a team's are few and come again and again. */
const publicKeys = new Map<string, KeyObject>();
const mostKeys = 500;

function publicOf(text: string): KeyObject {
  const known = publicKeys.get(text);
  if (known !== undefined) return known;
  const read = createPublicKey({
    key: Buffer.from(text, 'base64url'),
    type: 'spki',
    format: 'der',
  });
  if (publicKeys.size >= mostKeys) publicKeys.clear();
  publicKeys.set(text, read);
  return read;
}
const secretOf = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, 'base64url'), type: 'pkcs8', format: 'der' });

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, purpose: string): string {
  const secret = diffieHellman({ privateKey, publicKey });
  return nodeCrypto.derive(secret.toString('base64url'), `box:${purpose}`);
}

/** OpenSSL throws for every broken key, signature and tag: to us they are all just wrong. */
function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
