// Two wires joined in memory that, like a data channel, deliver later and buffer.

import type { Wire } from '../../../src-renderer/net/wire.ts';

export type MemoryWire = Wire & {
  /** Whoever listens for frames here. */
  hear: Set<(frame: Uint8Array) => void>;
  /** Nothing more is taken from what waits, as when the other side does not read. */
  stall: () => void;
  resume: () => void;
};

export function memoryWires(): [MemoryWire, MemoryWire] {
  const [a, b] = [half(), half()];
  a.join(b);
  b.join(a);
  return [a, b];
}

function half() {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const hear = new Set<(frame: Uint8Array) => void>();
  const drained = new Set<() => void>();
  const closed = new Set<() => void>();
  let other: { hear: typeof hear; closed: typeof closed } | undefined;
  let waiting = 0;
  let isStalled = false;
  let isMoving = false;
  const move = (): void => {
    if (isMoving || isStalled) return;
    isMoving = true;
    setImmediate(() => {
      isMoving = false;
      for (let left = 4; left > 0 && !isStalled; left--) {
        const frame = frames.shift();
        if (frame === undefined) break;
        waiting -= frame.length;
        for (const listener of other?.hear ?? []) listener(frame);
      }
      for (const listener of drained) listener();
      if (frames.length > 0) move();
    });
  };
  return {
    hear,
    closed,
    join: (one: { hear: typeof hear; closed: typeof closed }) => void (other = one),
    send: (frame: Uint8Array<ArrayBuffer>) => {
      frames.push(frame);
      waiting += frame.length;
      move();
    },
    waiting: () => waiting,
    onDrain: (listener: () => void) => void drained.add(listener),
    onFrame: (listener: (frame: Uint8Array) => void) => void hear.add(listener),
    onClose: (listener: () => void) => void closed.add(listener),
    close: () => {
      for (const listener of [...closed, ...(other?.closed ?? [])]) listener();
    },
    stall: () => void (isStalled = true),
    resume: () => {
      isStalled = false;
      move();
    },
  };
}
