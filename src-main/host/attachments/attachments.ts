// Attached files: where they lie, and how they come from teammates.

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import { fileKey } from '../../../src-shared/domain/attachment.ts';
import { type CurrentBook, storeOf } from '../book/book.ts';
import { createFileExchange, type FileExchange, type FileLinks } from './exchange.ts';
import { createFileStore, type FileStore } from './store.ts';

export type Files = { store: FileStore; exchange: FileExchange; sweep: () => Promise<void> };

type FilesNeeds = {
  profileDir: string;
  book: CurrentBook;
  links: FileLinks;
  onChange: (state: FileState) => void;
  onBug: (error: unknown) => void;
};

export function openFiles({ profileDir, book, links, onChange, onBug }: FilesNeeds): Files {
  const store = createFileStore(profileDir);
  /** Whether some record that passes names the file; undefined while there is no book. */
  const isNamed = async (
    hash: string,
    passes: (doc: { scope: string; status: string }) => boolean,
  ): Promise<boolean | undefined> => {
    const open = storeOf(book);
    if (!open.ok) return undefined;
    const key = fileKey(hash);
    for (const collection of ['people', 'groups'] as const) {
      const ids = (await open.value.byKeys(collection, [key])).get(key) ?? [];
      const docs = (await open.value.get(collection, ids)).values();
      if ([...docs].some(passes)) return true;
    }
    return false;
  };
  const exchange = createFileExchange({
    files: store,
    isShared: async (hash) =>
      (await isNamed(hash, ({ scope, status }) => scope === 'team' && status !== 'erased')) ===
      true,
    links,
    onChange,
    onBug,
  });
  return {
    store,
    exchange,
    sweep: () =>
      store.sweep(
        async (hash) => (await isNamed(hash, ({ status }) => status !== 'erased')) !== false,
      ),
  };
}
