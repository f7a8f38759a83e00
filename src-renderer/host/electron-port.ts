// The Port in Electron: the preload offers one function that asks for a channel to
// the host; the channel itself arrives as a message of this window to itself.

import { portOverWebPort } from '../../src-shared/bridge/message-port.ts';
import type { Port } from '../../src-shared/bridge/port.ts';

type Handshake = { askForPort(): void };

declare global {
  interface Window {
    rapportHost?: Handshake;
  }
}

export function isInElectron(): boolean {
  return window.rapportHost !== undefined;
}

export function openElectronPort(): Promise<Port> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'rapport:port' || port === undefined) return;
      window.removeEventListener('message', listen);
      resolve(portOverWebPort(port));
    };
    window.addEventListener('message', listen);
    window.rapportHost?.askForPort();
  });
}
