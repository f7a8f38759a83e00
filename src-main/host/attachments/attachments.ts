// Attached files: where they lie, and how they come from teammates.

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import { fileKey } from '../../../src-shared/domain/attachment.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import type { Links } from '../team/links/links.ts';
import { createFileExchange, type FileExchange } from './exchange.ts';
import { createFileStore, type FileStore } from './store.ts';

export type Files = { store: FileStore; exchange: FileExchange; sweep: () => Promise<void> };

type FilesNeeds = {
  profileDir: string;
  book: () => Result<{ store: RecordStore }>;
  links: Links;
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
    const open = book();
    if (!open.ok) return undefined;
    const key = fileKey(hash);
    for (const collection of ['people', 'groups'] as const) {
      const ids = (await open.value.store.byKeys(collection, [key])).get(key) ?? [];
      const docs = (await open.value.store.get(collection, ids)).values();
      if ([...docs].some(passes)) return true;
    }
    return false;
  };
  const exchange = createFileExchange({
    files: store,
    isShared: async (hash) =>
      (await isNamed(hash, ({ scope, status }) => scope === 'team' && status !== 'erased')) ===
      true,
    linked: links.linked,
    send: links.sendTo,
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
