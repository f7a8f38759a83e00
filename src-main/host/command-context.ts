// Who acts, on which device, and by which clock and ids: handed to every change of the book.

import { createHash, randomInt } from 'node:crypto';

import { noteArrivals } from '../../src-shared/feeds/arrivals.ts';
import type { CommandContext } from '../../src-shared/records/context.ts';
import { newId } from './new-id.ts';
import type { SettingsFile } from './profile/settings.ts';
import { yieldNow } from './yield-now.ts';

/** One Yjs client id for the life of this process; everything else is read each time. */
export function createCommandContext(settings: SettingsFile): () => CommandContext {
  const yjsClientId = randomInt(2, 2 ** 32 - 1);
  const context = (): CommandContext => ({
    now: Date.now,
    newId,
    userName: settings.read().userName || settings.device.name,
    device: settings.device.id,
    formerDevices: settings.device.formerIds,
    yjsClientId,
    yieldNow,
    hash: (text) => createHash('sha256').update(text).digest('base64url'),
    arrived: (tx, collection, docs) => {
      if (collection === 'posts') noteArrivals(tx, docs, settings.read().watchWords, context());
    },
  });
  return context;
}
