// The Port in Electron: the preload offers one function that asks for a channel to
// the host; the channel itself arrives as a message of this window to itself.

import { portOverWebPort } from '../../src-shared/bridge/message-port.ts';
import type { Port } from '../../src-shared/bridge/port.ts';
import type { AnyPaper } from '../../src-shared/values/paper.ts';

type Handshake = {
  askForPort: (ask: string) => void;
  openFolder: () => void;
  makePdf: (paper: AnyPaper) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  notify: (text: string, key: string, actions: string[]) => void;
  hush: (key: string) => void;
};

declare global {
  interface Window {
    rapportHost?: Handshake;
  }
}

export function isInElectron(): boolean {
  return window.rapportHost !== undefined;
}

/** The profile's, in the system's own window of files. */
export const openFolder = (): void => window.rapportHost?.openFolder();

/** The page as it is printed; undefined where it could not be made, or in a browser. */
export const makePdf = async (paper: AnyPaper): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  window.rapportHost?.makePdf(paper);

export function openElectronPort(): Promise<Port> {
  const ask = crypto.randomUUID();
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      if (event.source !== window || !isAnswerTo(ask, event.data) || port === undefined) return;
      window.removeEventListener('message', listen);
      resolve(portOverWebPort(port));
    };
    window.addEventListener('message', listen);
    window.rapportHost?.askForPort(ask);
  });
}

function isAnswerTo(ask: string, data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('ask' in data))
    return false;
  return data.type === 'rapport:port' && data.ask === ask;
}
