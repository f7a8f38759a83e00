// RxDB's storage-remote over a Port's rx lane. The window opens its database on
// `openRemoteStorage`; the host serves each window with `serveRemoteStorage`, which
// parses every message and lets a window read, and nothing else: it changes records by
// commands.

import { Subject } from 'rxjs';
import { INTERNAL_STORE_SCHEMA, type RxStorage } from 'rxdb';
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
import {
  asked,
  type FilledSchema,
  noted,
  opened,
  parseRequest,
  waitingFor,
  type RxRequest,
} from './rx-requests.ts';
import type { RxLink } from './rx-link.ts';

export type RemoteStorageOptions = {
  /** The only database a window may open. */
  databaseName: string;
  /** Its collections, which a window may read. */
  schemas: ReadonlyMap<string, FilledSchema>;
};

/** RxDB's own notes about its collections: all that a window writes, and nobody else reads. */
const notesName = '_rxdb_internal';
const notesSchema = INTERNAL_STORE_SCHEMA as unknown as FilledSchema;
const mostNotes = 1_000;
const mostConnections = 50_000;

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
  const exposed = exposeRxStorageRemote({ messages$, send: rx.send, storage });
  const allowed = createDoor(options);
  const stop = rx.onMessage((raw) => {
    const request = parseRequest(raw);
    const message = request === undefined ? undefined : allowed(request);
    if (message !== undefined) return messages$.next(message);
    // Whoever waits for an answer is given one, also to what is none of storage-remote's.
    const waiting = request?.message ?? waitingFor(raw);
    if (waiting !== undefined)
      rx.send(createErrorAnswer(waiting, new Error('refused by the host')));
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

/** The message as the storage gets it; undefined for what a window may not do. */
type Door = (request: RxRequest) => MessageToRemote | undefined;

/** A connection is opened once, for one collection, and stays with it. */
function createDoor({ databaseName, schemas }: RemoteStorageOptions): Door {
  const collections = new Map<string, string>();
  const closed = new Set<string>();
  let notesWritten = 0;
  const schemaOf = (collection: string): FilledSchema | undefined =>
    collection === notesName ? notesSchema : schemas.get(collection);
  const open = (request: Extract<RxRequest, { kind: 'open' }>): MessageToRemote | undefined => {
    const { message, database, collection } = request;
    const isKnown = collections.has(message.connectionId) || closed.has(message.connectionId);
    if (database !== databaseName || isKnown || closed.size > mostConnections) return undefined;
    const schema = schemaOf(collection);
    if (schema === undefined) return undefined;
    collections.set(message.connectionId, collection);
    return opened(message, schema);
  };
  return (request) => {
    if (request.kind === 'open') return open(request);
    const { message } = request;
    const collection = collections.get(message.connectionId);
    if (collection === undefined) return undefined;
    const schema = schemaOf(collection);
    switch (request.kind) {
      case 'read':
        return schema === undefined ? undefined : asked(message, schema);
      case 'write':
        return collection === notesName && notesWritten++ < mostNotes ? noted(message) : undefined;
      case 'close':
        collections.delete(message.connectionId);
        closed.add(message.connectionId);
        return message;
      case 'forbidden':
        return undefined;
    }
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
