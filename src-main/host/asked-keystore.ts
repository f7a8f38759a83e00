// The system's keystore, as the host's process reaches it under Electron: by asking the main one.

import type { Keystore } from './keys/keystore.ts';
import type { FromHostProcess, ToHostProcess } from './utility-messages.ts';

export type AskedKeystore = Keystore & {
  answered: (message: Extract<ToHostProcess, { type: 'keystore' }>) => void;
};

export function askedKeystore(post: (message: FromHostProcess) => void): AskedKeystore {
  const waiting = new Map<number, (text: string | undefined) => void>();
  let asked = 0;
  const ask = (act: 'wrap' | 'unwrap', text: string): Promise<string | undefined> =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      post({ type: 'keystore', id: asked, act, text });
    });
  return {
    wrap: (text) => ask('wrap', text),
    unwrap: (sealed) => ask('unwrap', sealed),
    answered: ({ id, text }) => {
      waiting.get(id)?.(text);
      waiting.delete(id);
    },
  };
}
