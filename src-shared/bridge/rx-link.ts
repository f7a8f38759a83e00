// The lane for RxDB's own messages inside a Port: it knows nothing about them.

import { createInbox } from './inbox.ts';

export type RxLink = {
  send: (message: unknown) => void;
  /** Returns a function that stops listening. */
  onMessage: (listener: (message: unknown) => void) => () => void;
};

export function createRxLink(send: (message: unknown) => void): {
  link: RxLink;
  deliver: (message: unknown) => void;
} {
  const inbox = createInbox();
  return { link: { send, onMessage: inbox.onMessage }, deliver: inbox.deliver };
}
