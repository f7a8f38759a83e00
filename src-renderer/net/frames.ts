// Messages of any size over a wire that carries small frames. y-webrtc over a plain data
// channel loses every message above 262,144 bytes in silence; here it goes in pieces of
// 64 KiB, and no faster than the other side reads.
//
//   frame   1 byte kind (0 more follows, 1 last piece, 2 beat), then the piece

import { highWater, type Wire } from './wire.ts';

export type Messages = {
  /** Queued; `queued` tells how much is waiting. */
  send: (message: Uint8Array) => void;
  queued: () => number;
  /** A sign of life without content. */
  beat: () => void;
  onMessage: (listener: (message: Uint8Array<ArrayBuffer>) => void) => void;
  /** Called for every frame, so that silence can be noticed. */
  onHeard: (listener: () => void) => void;
};

const more = 0;
const last = 1;
const beat = 2;
const pieceLength = 64 * 1024;
/** Above this a message is not ours. */
export const longestMessage = 64 * 1024 * 1024;

/** `onTooMuch`: the other side sends what nobody could keep; the wire should be closed. */
export function messagesOver(wire: Wire, onTooMuch: () => void): Messages {
  const queue: Uint8Array[] = [];
  let queued = 0;
  let at = 0;
  const heard = new Set<() => void>();
  const listeners = new Set<(message: Uint8Array<ArrayBuffer>) => void>();
  let pieces: Uint8Array[] = [];
  let received = 0;

  const pump = (): void => {
    while (wire.waiting() < highWater) {
      const [message] = queue;
      if (message === undefined) return;
      const piece = message.subarray(at, at + pieceLength);
      at += piece.length;
      const isLast = at >= message.length;
      const frame = new Uint8Array(piece.length + 1);
      frame[0] = isLast ? last : more;
      frame.set(piece, 1);
      wire.send(frame);
      queued -= piece.length;
      if (!isLast) continue;
      queue.shift();
      at = 0;
    }
  };
  wire.onDrain(pump);
  wire.onFrame((frame) => {
    for (const listener of heard) listener();
    const kind = frame[0];
    if (kind === beat) return;
    if (kind !== more && kind !== last) return onTooMuch();
    const piece = frame.subarray(1);
    received += piece.length;
    if (received > longestMessage) return onTooMuch();
    pieces.push(piece);
    if (kind === more) return;
    const message = joined(pieces, received);
    pieces = [];
    received = 0;
    for (const listener of listeners) listener(message);
  });

  return {
    send: (message) => {
      queue.push(message);
      queued += message.length;
      pump();
    },
    queued: () => queued,
    beat: () => wire.send(new Uint8Array([beat])),
    onMessage: (listener) => listeners.add(listener),
    onHeard: (listener) => heard.add(listener),
  };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    message.set(piece, at);
    at += piece.length;
  }
  return message;
}
