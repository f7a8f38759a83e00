// The lock of the book: a passphrase and recovery words, or none.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import type { FrontContext } from './front-context.ts';

type Served = `lock.${'words' | 'protect' | 'try' | 'keystore' | 'remove' | 'now' | 'open'}`;

export function lockHandlers({
  lock,
  closeRooms,
  bookReplaced,
}: FrontContext): Pick<Handlers, Served> {
  return {
    'lock.words': () => ok({ words: lock.proposeWords() }),
    'lock.protect': ({ present, ...secrets }) => lock.protect(secrets, present),
    'lock.try': ({ secret }) => lock.isOpenedBy(secret),
    'lock.keystore': ({ isWanted, secret }) => lock.useKeystore(isWanted, secret),
    'lock.remove': ({ secret }) => lock.remove(secret),
    'lock.now': async () => {
      if (lock.protection() !== 'passphrase') return fail('changed-since');
      await closeRooms();
      const locked = await lock.lock();
      await bookReplaced();
      return locked;
    },
    'lock.open': async ({ secret }) => {
      const opened = await lock.unlock(secret);
      if (opened.ok) await bookReplaced();
      return opened;
    },
  };
}
