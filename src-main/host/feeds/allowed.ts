// Addresses inside private networks that the owner of this laptop allowed, each for one
// feed. A file of this laptop's own: the same address is another machine elsewhere.

import { z } from 'zod';

import type { Vault } from '../keys/vault.ts';
import { openSealedJson } from '../profile/sealed-json.ts';

const schema = z.object({ addresses: z.record(z.string(), z.string()).default({}) });

export type AllowedFile = {
  /** The one address that this feed may be fetched from although it is not public. */
  addressOf: (url: string) => string | undefined;
  /** Feeds that have one. */
  urls: () => string[];
  set: (url: string, address: string | null) => void;
};

export function openAllowed(profileDir: string, vault: Vault): AllowedFile {
  const file = openSealedJson(profileDir, 'feeds', schema, vault);
  let current = file.value;
  return {
    addressOf: (url) =>
      Object.hasOwn(current.addresses, url) ? current.addresses[url] : undefined,
    urls: () => Object.keys(current.addresses),
    set: (url, address) => {
      const { [url]: _, ...others } = current.addresses;
      current = { addresses: address === null ? others : { ...others, [url]: address } };
      file.write(current);
    },
  };
}
