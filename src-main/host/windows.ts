// The windows that are joined to this host, each over its own Port: they get answers,
// events and the RxDB storage; one that goes leaves nothing open.

import type { RxStorage } from 'rxdb';

import type { Emit } from '../../src-shared/bridge/contract.ts';
import type { Port } from '../../src-shared/bridge/port.ts';
import { serveRemoteStorage } from '../../src-shared/bridge/rx-channel.ts';
import { type Handlers, type HostSession, serveHost } from '../../src-shared/bridge/server.ts';
import { createWindowFiles } from './window-files.ts';
import { filledSchemas } from '../../src-shared/schema/collections.ts';

export type Windows = {
  attach: (port: Port) => void;
  /** To every window. */
  emit: Emit;
  /** Ends every connection and waits until nothing of it is open. */
  close(): Promise<void>;
};

export type WindowNeeds = {
  handlers: Handlers;
  storage: RxStorage<unknown, unknown>;
  databaseName: string;
  onBug: (error: unknown) => void;
};

export function createWindows({ handlers, storage, databaseName, onBug }: WindowNeeds): Windows {
  const sessions = new Map<HostSession, () => Promise<void>>();

  const leave = async (session: HostSession): Promise<void> => {
    const stopServing = sessions.get(session);
    sessions.delete(session);
    await stopServing?.();
  };
  return {
    attach: (port) => {
      const files = createWindowFiles(handlers);
      const session = serveHost(port, files.handlers, onBug);
      sessions.set(
        session,
        serveRemoteStorage(session.rx, storage, { databaseName, schemas: filledSchemas }),
      );
      session.onClose(() => {
        void leave(session).catch(onBug);
        void files.close().catch(onBug);
      });
    },
    emit: (name, payload) => {
      for (const session of sessions.keys()) session.emit(name, payload);
    },
    close: async () => {
      const open = [...sessions.keys()];
      const left = open.map(leave);
      for (const session of open) session.close();
      await Promise.all(left);
    },
  };
}
