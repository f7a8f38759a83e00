// The window's end of the contract over one Port. A request always settles: with
// the host's Result, or with `host-gone` when the connection ends first (the host
// may or may not have done it: what is read afterwards says).

import type { EventName, HostEvents, InputOf, OutputOf, RequestName } from './contract.ts';
import { type Answer, type Request, toWindowSchema } from './envelope.ts';
import type { Port } from './port.ts';
import { createRxLink, type RxLink } from './rx-link.ts';
import { fail, type Result } from '../domain/result.ts';

export type HostClient = {
  request<N extends RequestName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Returns a function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: HostEvents[N]) => void): () => void;
  /** Called once when the host is gone. Returns a function that stops listening. */
  onClose(listener: () => void): () => void;
  /** What RxDB's storage-remote talks through (see rx-channel.ts). */
  rx: RxLink;
  close(): void;
};

type Listener = (payload: unknown) => void;

export function createHostClient(port: Port): HostClient {
  const waitingById = new Map<number, (result: Answer['result']) => void>();
  const listenersByEvent = new Map<EventName, Set<Listener>>();
  const rx = createRxLink((message) => port.post({ type: 'rx', message }));
  let lastId = 0;
  let gone = false;

  port.onMessage((raw) => {
    const message = toWindowSchema.parse(raw);
    if (message.type === 'rx') return rx.deliver(message.message);
    if (message.type === 'event') {
      for (const listener of listenersByEvent.get(message.name) ?? []) listener(message.payload);
      return;
    }
    waitingById.get(message.id)?.(message.result);
    waitingById.delete(message.id);
  });
  port.onClose(() => {
    gone = true;
    for (const settle of waitingById.values()) settle(fail('host-gone'));
    waitingById.clear();
  });

  return {
    request<N extends RequestName>(name: N, input: InputOf<N>) {
      if (gone) return Promise.resolve(fail('host-gone'));
      const request: Request = { type: 'request', id: ++lastId, name, input };
      return new Promise<Result<OutputOf<N>>>((resolve) => {
        port.post(request);
        // The contract ties the answer's type to the request's name.
        waitingById.set(request.id, (result) => resolve(result as Result<OutputOf<N>>));
      });
    },
    on(name, listener) {
      const set = listenersByEvent.get(name) ?? new Set();
      listenersByEvent.set(name, set);
      // The contract ties the payload's type to the event's name.
      const added = listener as Listener;
      set.add(added);
      return () => set.delete(added);
    },
    onClose: port.onClose,
    rx: rx.link,
    close: port.close,
  };
}
