// The few cryptographic operations a team needs, handed in by the platform. All keys,
// signatures and sealed texts are base64url.

export type KeyPair = { publicKey: string; secretKey: string };

export type TeamCrypto = {
  /** `length` random bytes. */
  random: (length: number) => string;
  /** Ed25519 (RFC 8032), for signing. */
  newSignKeys: () => KeyPair;
  sign: (secretKey: string, text: string) => string;
  /** False for anything that is not a good signature, broken keys included. */
  verify: (publicKey: string, text: string, signature: string) => boolean;
  /** X25519 (RFC 7748), for sealing to one device. */
  newBoxKeys: () => KeyPair;
  /** Undefined for a key that nothing can be sealed for. */
  sealFor: (publicKey: string, text: string) => string | undefined;
  /** Undefined where it was not sealed for this key or is broken. */
  openWith: (secretKey: string, sealed: string) => string | undefined;
  /** AES-256-GCM with a random nonce. */
  seal: (key: string, text: string) => string;
  open: (key: string, sealed: string) => string | undefined;
  /** HKDF-SHA-256 (RFC 5869): 32 bytes for one purpose from a secret. */
  derive: (secret: string, purpose: string) => string;
  /** SHA-256. */
  hash: (text: string) => string;
};
