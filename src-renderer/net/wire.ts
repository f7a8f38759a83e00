// A reliable, ordered carrier of frames: a WebRTC data channel, or a pair in memory for
// tests. Frames are small; messages of any size go over it in pieces (frames.ts).

export type Wire = {
  send: (frame: Uint8Array<ArrayBuffer>) => void;
  /** Bytes handed over and not yet on their way. */
  waiting: () => number;
  /** Called when `waiting` has fallen to what is comfortable. */
  onDrain: (listener: () => void) => void;
  onFrame: (listener: (frame: Uint8Array) => void) => void;
  onClose: (listener: () => void) => void;
  close: () => void;
};

/** Above this nothing more is handed to the wire. */
export const highWater = 1024 * 1024;
/** `onDrain` is called at this. */
export const lowWater = 256 * 1024;

/** `channel` may still be opening: frames may be sent once it is open. */
export function wireOverChannel(channel: RTCDataChannel): Wire {
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = lowWater;
  return {
    send: (frame) => {
      if (channel.readyState === 'open') channel.send(frame);
    },
    waiting: () => channel.bufferedAmount,
    onDrain: (listener) => channel.addEventListener('bufferedamountlow', listener),
    onFrame: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
      }),
    onClose: (listener) => channel.addEventListener('close', listener),
    close: () => channel.close(),
  };
}
