// What every Port shares: listeners for messages, held until the first one
// listens so that none is lost, and listeners for the end, each called once.

import type { Port } from './port.ts';

export type Inbox = Pick<Port, 'onMessage' | 'onClose'> & {
  deliver: (message: unknown) => void;
  /** Announces the end once; later messages are dropped. */
  end: () => void;
  isEnded: () => boolean;
};

export function createInbox(): Inbox {
  const messageListeners = new Set<(message: unknown) => void>();
  const closeListeners = new Set<() => void>();
  let waiting: unknown[] | null = [];
  let ended = false;

  return {
    deliver(message) {
      if (ended) return;
      if (waiting !== null) waiting.push(message);
      else for (const listener of messageListeners) listener(message);
    },
    onMessage(listener) {
      messageListeners.add(listener);
      if (waiting !== null) {
        const kept = waiting;
        waiting = null;
        for (const message of kept) listener(message);
      }
      return () => messageListeners.delete(listener);
    },
    onClose(listener) {
      if (ended) {
        void Promise.resolve().then(listener);
        return () => undefined;
      }
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
    end() {
      if (ended) return;
      ended = true;
      for (const listener of closeListeners) listener();
      closeListeners.clear();
      messageListeners.clear();
    },
    isEnded: () => ended,
  };
}
