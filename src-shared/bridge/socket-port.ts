// A Port over a WebSocket that is open: the page's own or the `ws` library's, which
// share the few members named here. A frame we cannot read ends the connection.

import { createInbox } from './inbox.ts';
import type { Port } from './port.ts';
import { decodeMessage, encodeMessage } from './socket-codec.ts';

export type Socket = {
  binaryType: string;
  send(frame: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
};

/** WebSocket close code for data that cannot be understood (RFC 6455, 7.4.1). Pages may only send 3000 and up. */
const notUnderstood = 3007;

export function portOverSocket(socket: Socket): Port {
  const inbox = createInbox();
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', (event) => {
    const message = readFrame(event.data);
    if (message === null) socket.close(notUnderstood);
    else inbox.deliver(message.value);
  });
  socket.addEventListener('close', inbox.end);
  return {
    post(message) {
      if (!inbox.isEnded()) socket.send(encodeMessage(message));
    },
    onMessage: inbox.onMessage,
    onClose: inbox.onClose,
    close() {
      socket.close();
      inbox.end();
    },
  };
}

function readFrame(data: unknown): { value: unknown } | null {
  if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) return null;
  try {
    return { value: decodeMessage(data) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
