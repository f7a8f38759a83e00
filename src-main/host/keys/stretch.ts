// A key out of a passphrase: slow on purpose, for whoever guesses.

import { scrypt } from 'node:crypto';

export type Cost = { logN: number; r: number; p: number };

/** Some 128 MiB and half a second a guess. */
export const usualCost: Cost = { logN: 17, r: 8, p: 1 };
/** What a foreign file may ask of this machine at most. */
const mostCost: Cost = { logN: 18, r: 8, p: 4 };

export const isBearable = (cost: Cost): boolean =>
  (['logN', 'r', 'p'] as const).every((part) => cost[part] >= 1 && cost[part] <= mostCost[part]);

export function stretch(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  const options = { N: 2 ** cost.logN, r: cost.r, p: cost.p, maxmem: 512 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
