// Attached files: where they lie, and how they come from teammates.

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import { fileKey } from '../../../src-shared/domain/attachment.ts';
import { type CurrentBook, storeOf } from '../book/book.ts';
import type { Vault } from '../keys/vault.ts';
import { createFileExchange, type FileExchange, type FileLinks } from './exchange.ts';
import { createFileStore, type FileStore } from './store.ts';

export type Files = {
  store: FileStore;
  exchange: FileExchange;
  /** Removes what no record names any more; some time after it was brought. */
  sweep: () => Promise<void>;
  /** Those of these that no record names any more go at once. */
  drop: (hashes: readonly string[]) => Promise<void>;
};

type FilesNeeds = {
  profileDir: string;
  vault: Vault;
  book: CurrentBook;
  links: FileLinks;
  onChange: (state: FileState) => void;
  onBug: (error: unknown) => void;
};

export function openFiles({ profileDir, vault, book, links, onChange, onBug }: FilesNeeds): Files {
  const store = createFileStore(profileDir, vault);
  /** The records that name the file and were not erased; undefined while there is no book. */
  const namersOf = async (hash: string): Promise<Namer[] | undefined> => {
    const open = storeOf(book);
    if (!open.ok) return undefined;
    const key = fileKey(hash);
    const namers: Namer[] = [];
    for (const collection of ['people', 'groups'] as const) {
      const ids = (await open.value.byKeys(collection, [key])).get(key) ?? [];
      namers.push(...(await open.value.get(collection, ids)).values());
    }
    return namers.filter(({ status }) => status !== 'erased');
  };
  const exchange = createFileExchange({
    files: store,
    isShared: async (hash) => mayGive((await namersOf(hash)) ?? []),
    links,
    onChange,
    onBug,
  });
  /** What was begun before the last end of the program is still wanted. */
  const goOn = async (): Promise<void> => {
    for (const hash of store.begun()) if ((await namersOf(hash))?.length !== 0) exchange.want(hash);
  };
  void goOn().catch(onBug);
  return {
    store,
    exchange,
    sweep: () => store.sweep(async (hash) => (await namersOf(hash))?.length !== 0),
    drop: async (hashes) => {
      for (const hash of hashes) {
        if ((await namersOf(hash))?.length !== 0) continue;
        exchange.forget(hash);
        store.remove(hash);
      }
    },
  };
}

type Namer = { scope: string; status: string };

/**
 * Whoever has heard of a file's hash could name it in a record of its own: what belongs to
 * something private here is not given.
 */
export const mayGive = (namers: readonly Namer[]): boolean =>
  namers.length > 0 && namers.every(({ scope }) => scope === 'team');
