// Two Ports joined in memory, for tests and for a host that lives in the same
// process. Messages are cloned and arrive later, as they would over a real one.

import { createInbox, type Inbox } from './inbox.ts';
import type { Port } from './port.ts';

/** In every place we run, though not part of the language itself. */
declare function structuredClone(value: unknown): unknown;

export function createMemoryPorts(): [Port, Port] {
  const left = createInbox();
  const right = createInbox();
  return [joinInboxes(left, right), joinInboxes(right, left)];
}

function joinInboxes(own: Inbox, other: Inbox): Port {
  return {
    post(message) {
      if (own.isEnded()) return;
      const copy = structuredClone(message);
      later(() => other.deliver(copy));
    },
    onMessage: own.onMessage,
    onClose: own.onClose,
    close() {
      own.end();
      later(() => other.end());
    },
  };
}

function later(work: () => void): void {
  void Promise.resolve().then(work);
}
