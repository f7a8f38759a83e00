// Ports over message channels: the web's MessagePort (a page, a worker, Node's
// worker_threads) and Electron's MessagePortMain (main and utility processes).

import { createInbox } from './inbox.ts';
import type { Port } from './port.ts';

/** The part of a web MessagePort we use. Its `close` event tells that the other side is gone. */
export type WebPort = {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
  close(): void;
};

/** The part of Electron's MessagePortMain we use. */
export type MainPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

export function portOverWebPort(port: WebPort): Port {
  return portOver(port, (onMessage, onClose) => {
    port.addEventListener('message', (event) => onMessage(event.data));
    port.addEventListener('close', onClose);
  });
}

export function portOverMainPort(port: MainPort): Port {
  return portOver(port, (onMessage, onClose) => {
    port.on('message', (event) => onMessage(event.data));
    port.on('close', onClose);
  });
}

type Listen = (onMessage: (data: unknown) => void, onClose: () => void) => void;

function portOver(port: Pick<WebPort, 'postMessage' | 'start' | 'close'>, listen: Listen): Port {
  const inbox = createInbox();
  listen(inbox.deliver, inbox.end);
  // Started at once: only a started port tells that the other side has gone.
  port.start();
  return {
    post(message) {
      if (!inbox.isEnded()) port.postMessage(message);
    },
    onMessage: inbox.onMessage,
    onClose: inbox.onClose,
    close() {
      port.close();
      inbox.end();
    },
  };
}
