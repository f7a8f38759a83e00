// RxDB's storage-remote over a Port's rx lane. The window opens its database on
// `openRemoteStorage`; the host serves each window with `serveRemoteStorage`, which
// parses every message and refuses what a window may not do: change records (it
// sends commands for that) and remove collections.

import { Subject } from 'rxjs';
import type { RxStorage } from 'rxdb';
import {
  createAnswer,
  createErrorAnswer,
  exposeRxStorageRemote,
  getRxStorageRemote,
} from 'rxdb/plugins/storage-remote';
import type {
  MessageFromRemote,
  MessageToRemote,
  RemoteMessageChannel,
} from 'rxdb/plugins/storage-remote';
import { z } from 'zod';

import type { RxLink } from './rx-link.ts';

const idSchema = z.string().min(1).max(200);
const baseSchema = z.object({
  connectionId: idSchema,
  requestId: idSchema,
  version: z.string().max(50),
});
const readMethods = [
  'findDocumentsById',
  'query',
  'count',
  'getChangedDocumentsSince',
  'getAttachmentData',
] as const;
const messageSchema = z.discriminatedUnion('method', [
  baseSchema.extend({
    method: z.literal('create'),
    params: z.looseObject({
      databaseName: z.string().max(100),
      collectionName: z.string().max(100),
      schema: z.looseObject({ version: z.number().int().min(0) }),
    }),
  }),
  baseSchema.extend({
    method: z.enum([...readMethods, 'bulkWrite', 'cleanup', 'close', 'remove']),
    params: z.array(z.unknown()).max(4),
  }),
]);

export type RemoteStorageOptions = {
  /** The only database a window may open. */
  databaseName: string;
  /** Collections that a window may write itself: RxDB's own notes about the database. */
  writable: ReadonlySet<string>;
};

/** What a storage is refused with while there is none to have: an expected state, not a bug. */
export class StorageAway extends Error {}

type RemoteEnd = { rx: RxLink; onClose: (listener: () => void) => () => void };

/**
 * One for each connection: a new connection needs a new database on a new storage.
 * When the connection ends, what was asked fails, and closing succeeds.
 */
export function openRemoteStorage(end: RemoteEnd): RxStorage<unknown, unknown> {
  return getRxStorageRemote({
    identifier: 'rapport',
    mode: 'storage',
    messageChannelCreator: async () => openChannel(end),
  });
}

function openChannel({ rx, onClose }: RemoteEnd): RemoteMessageChannel {
  const messages$ = new Subject<MessageFromRemote>();
  const unanswered = new Map<string, MessageToRemote>();
  let gone = false;
  const answerAsGone = (message: MessageToRemote): void => {
    const error = createErrorAnswer(message, new Error('host-gone'));
    messages$.next(message.method === 'close' ? createAnswer(message, null) : error);
  };
  const stop = rx.onMessage((raw) => {
    // The host is the side that a window trusts to speak this protocol.
    const message = raw as MessageFromRemote;
    unanswered.delete(message.answerTo);
    messages$.next(message);
  });
  onClose(() => {
    gone = true;
    for (const message of unanswered.values()) answerAsGone(message);
    unanswered.clear();
  });
  return {
    messages$,
    send: (message) => {
      if (gone) return answerAsGone(message);
      unanswered.set(message.requestId, message);
      rx.send(message);
    },
    close: async () => {
      stop();
      messages$.complete();
    },
  };
}

/** Returns a function that closes whatever this window had opened. Call it when the window is gone. */
export function serveRemoteStorage(
  rx: RxLink,
  storage: RxStorage<unknown, unknown>,
  options: RemoteStorageOptions,
): () => Promise<void> {
  const messages$ = new Subject<MessageToRemote>();
  const collectionByConnection = new Map<string, string>();
  const exposed = exposeRxStorageRemote({ messages$, send: rx.send, storage });
  const stop = rx.onMessage((raw) => {
    const parsed = messageSchema.safeParse(raw);
    if (!parsed.success) return;
    const message: MessageToRemote = parsed.data;
    if (parsed.data.method === 'create') {
      collectionByConnection.set(message.connectionId, parsed.data.params.collectionName);
    }
    if (isAllowed(parsed.data, collectionByConnection, options)) messages$.next(message);
    else rx.send(createErrorAnswer(message, new Error('refused by the host')));
  });

  return async () => {
    stop();
    messages$.complete();
    const open = [...exposed.instanceByFullName.values()] as {
      storageInstancePromise: Promise<Closable>;
    }[];
    await Promise.all(open.map(async (state) => closeOpened(state.storageInstancePromise)));
  };
}

type Closable = { close(): Promise<void> };

/** Where the storage was away nothing was opened, as the window was told. */
async function closeOpened(instance: Promise<Closable>): Promise<void> {
  try {
    await (await instance).close();
  } catch (error) {
    if (!(error instanceof StorageAway)) throw error;
  }
}

function isAllowed(
  message: z.output<typeof messageSchema>,
  collectionByConnection: ReadonlyMap<string, string>,
  options: RemoteStorageOptions,
): boolean {
  const collection = collectionByConnection.get(message.connectionId) ?? '';
  switch (message.method) {
    case 'create':
      return message.params.databaseName === options.databaseName;
    case 'bulkWrite':
      return options.writable.has(collection);
    case 'remove':
    case 'cleanup':
      return false;
    case 'findDocumentsById':
    case 'query':
    case 'count':
    case 'getChangedDocumentsSince':
    case 'getAttachmentData':
    case 'close':
      return true;
  }
}
