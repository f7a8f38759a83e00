// Addresses inside private networks that the owner of this laptop allowed, each for one
// feed. A file of this laptop's own: the same address is another machine elsewhere.

import { join } from 'node:path';

import { z } from 'zod';

import { readJsonFile, writeJsonFile } from '../profile/json-file.ts';

const schema = z.object({ addresses: z.record(z.string(), z.string()).default({}) });

export type AllowedFile = {
  /** The one address that this feed may be fetched from although it is not public. */
  addressOf: (url: string) => string | undefined;
  set: (url: string, address: string | null) => void;
};

export function openAllowed(profileDir: string): AllowedFile {
  const path = join(profileDir, 'feeds.json');
  let current = readJsonFile(path, schema);
  return {
    addressOf: (url) =>
      Object.hasOwn(current.addresses, url) ? current.addresses[url] : undefined,
    set: (url, address) => {
      const { [url]: _, ...others } = current.addresses;
      current = { addresses: address === null ? others : { ...others, [url]: address } };
      writeJsonFile(path, current);
    },
  };
}
