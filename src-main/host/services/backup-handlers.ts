// Backups, restore and the integrity check.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { FrontContext } from './front-context.ts';

type Served =
  | `backup.${'list' | 'make' | 'restore' | 'restoreFile'}`
  | `store.${'check' | 'startEmpty'}`;

export function backupHandlers({
  backups,
  book,
  bookReplaced,
  received,
}: FrontContext): Pick<Handlers, Served> {
  return {
    'backup.list': () => ok(backups.list()),
    'backup.make': ({ passphrase }) => backups.make(passphrase),
    'backup.restore': async ({ name, passphrase }) => {
      const restored = await backups.restore(name, passphrase);
      if (restored.ok) await bookReplaced();
      return restored;
    },
    'backup.restoreFile': async ({ file, passphrase }) => {
      const taken = received.take(file);
      if (!taken.ok) return taken;
      const restored = await backups.restoreChosen(taken.value.pieces, passphrase);
      if (restored.ok) await bookReplaced();
      return restored;
    },
    'store.startEmpty': async () => {
      const begun = await backups.startEmpty();
      if (begun.ok) await bookReplaced();
      return begun;
    },
    'store.check': async () => {
      const open = book();
      return open.ok ? ok(await open.value.check()) : open;
    },
  };
}
