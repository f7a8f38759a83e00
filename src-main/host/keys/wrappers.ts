// The ways in which a data key is kept. Each opens alone.

import { z } from 'zod';

import { type DataKey, dataKeyOf } from './data-key.ts';
import type { KeyFile, Wrapper } from './key-file.ts';

/** Not wrapped at all: whoever has the file has the key. */
const openSchema = z.object({ kind: z.literal('open'), key: z.string().regex(/^[0-9a-f]{64}$/) });

const openWrapper = (key: DataKey): Wrapper => ({ kind: 'open', key: key.hex });

/** The key for everybody who has the file. */
export const openKeyFile = (key: DataKey): KeyFile => ({
  format: 1,
  id: key.id,
  wrappers: [openWrapper(key)],
});

/** Undefined where it takes a secret. */
export function openUnwrapped(file: KeyFile): DataKey | undefined {
  for (const wrapper of file.wrappers) {
    const { data } = openSchema.safeParse(wrapper);
    const key = data === undefined ? undefined : dataKeyOf(Buffer.from(data.key, 'hex'));
    if (key?.id === file.id) return key;
  }
  return undefined;
}
