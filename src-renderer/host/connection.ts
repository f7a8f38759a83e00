// Keeps the window connected to its host. When the host goes (it crashed, or was
// stopped) the connection is opened again; what the window asks meanwhile waits a
// while instead of failing. RxDB needs a new database for each new client.

import type {
  EventName,
  HostEvents,
  InputOf,
  OutputOf,
  RequestName,
} from '../../src-shared/bridge/contract.ts';
import { createHostClient, type HostClient } from '../../src-shared/bridge/client.ts';
import type { Port } from '../../src-shared/bridge/port.ts';
import { fail, type Result } from '../../src-shared/domain/result.ts';

/**
 * connected: all is well. lost: trying again. refused: the host is there and does
 * not let us in (the address of another start), incomplete: the address lacks what lets us in;
 * trying again is of no use.
 */
export type ConnectionStatus =
  | { state: 'connected'; client: HostClient }
  | { state: 'lost' }
  | { state: Shut };

type Shut = 'refused' | 'incomplete';

export type HostConnection = {
  /** Waits up to ten seconds for a connection, then fails with `host-gone`. */
  request<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Keeps listening over a new connection. Returns a function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: HostEvents[N]) => void): () => void;
  /** The same object until it changes, as React's useSyncExternalStore wants it. */
  status: () => ConnectionStatus;
  subscribe: (listener: () => void) => () => void;
};

/** Opens one Port; says why where trying again is of no use, null where it is. */
export type PortOpener = () => Promise<Port | Shut | null>;
export type Wait = (ms: number) => Promise<void>;

const waitsMs = [50, 100, 200, 500, 1_000];
const patienceMs = 10_000;

/** Resolves once the first attempt has ended, well or not. */
export async function keepConnected(open: PortOpener, wait: Wait): Promise<HostConnection> {
  let status: ConnectionStatus = { state: 'lost' };
  const watchers = new Set<() => void>();
  const subscriptions = new Set<(client: HostClient) => () => void>();
  const stops = new Map<(client: HostClient) => () => void, () => void>();

  const become = (next: ConnectionStatus): void => {
    status = next;
    for (const watcher of watchers) watcher();
  };
  const attempt = async (): Promise<void> => {
    const port = await open();
    if (port === null) return;
    if (port === 'refused' || port === 'incomplete') return become({ state: port });
    const client = createHostClient(port);
    for (const subscribe of subscriptions) stops.set(subscribe, subscribe(client));
    client.onClose(() => {
      become({ state: 'lost' });
      void keepTrying();
    });
    become({ state: 'connected', client });
  };
  const keepTrying = async (): Promise<void> => {
    for (let at = 0; status.state === 'lost'; at++) {
      if (at > 0) await wait(waitsMs[Math.min(at, waitsMs.length) - 1] ?? 0);
      await attempt();
    }
  };
  const clientNow = (): HostClient | null => (status.state === 'connected' ? status.client : null);
  /** The client as soon as there is one; null when there will be none. */
  const connected = async (): Promise<HostClient | null> => {
    if (status.state !== 'lost') return clientNow();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (status.state !== 'lost') stopWaiting();
      };
      const stopWaiting = (): void => {
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      void wait(patienceMs).then(stopWaiting);
    });
    return clientNow();
  };

  await attempt();
  void keepTrying();

  return {
    async request(name, input) {
      const client = await connected();
      return client === null ? fail('host-gone') : client.request(name, input);
    },
    on(name, listener) {
      const subscribe = (client: HostClient): (() => void) => client.on(name, listener);
      subscriptions.add(subscribe);
      if (status.state === 'connected') stops.set(subscribe, subscribe(status.client));
      return () => {
        subscriptions.delete(subscribe);
        stops.get(subscribe)?.();
        stops.delete(subscribe);
      };
    },
    status: () => status,
    subscribe: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
}
