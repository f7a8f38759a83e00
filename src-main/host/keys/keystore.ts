// The keystore of the system (macOS' Keychain, Windows' DPAPI, a keyring on Linux), where there
// is a real one: one more way to open the book, for whoever is logged in to the owner's account.
// Never the only one: keystores get lost, and do not move to another computer.

import { z } from 'zod';

import { type DataKey, dataKeyOf } from './data-key.ts';
import type { KeyFile, Wrapper } from './key-file.ts';

/** Texts in and out; undefined where the keystore refuses. */
export type Keystore = {
  wrap: (text: string) => Promise<string | undefined>;
  unwrap: (sealed: string) => Promise<string | undefined>;
};

const kind = 'keystore';
const schema = z.object({ kind: z.literal(kind), sealed: z.string() });
const isOfKeystore = (wrapper: Wrapper): boolean => wrapper.kind === kind;

export const takesKeystore = (file: KeyFile): boolean => file.wrappers.some(isOfKeystore);

/** What may leave this computer: a keystore elsewhere cannot open it. */
export const withoutKeystore = (file: KeyFile): KeyFile => ({
  ...file,
  wrappers: file.wrappers.filter((wrapper) => !isOfKeystore(wrapper)),
});

export const ofKeystore = (file: KeyFile): Wrapper[] => file.wrappers.filter(isOfKeystore);

/** Undefined where the keystore refuses. */
export async function wrapIn(keystore: Keystore, key: DataKey): Promise<Wrapper | undefined> {
  const sealed = await keystore.wrap(key.hex);
  return sealed === undefined ? undefined : { kind, sealed };
}

/** Undefined where it opens nothing, as on another computer. */
export async function openByKeystore(
  file: KeyFile,
  keystore: Keystore,
): Promise<DataKey | undefined> {
  for (const wrapper of file.wrappers) {
    const { data } = schema.safeParse(wrapper);
    const hex = data === undefined ? undefined : await keystore.unwrap(data.sealed);
    const key = hex === undefined ? undefined : dataKeyOf(Buffer.from(hex, 'hex'));
    if (key?.id === file.id) return key;
  }
  return undefined;
}
