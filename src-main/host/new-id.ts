// uuid v7 (RFC 9562), strictly increasing within this process: undo relies on actions
// sorting by the order they were made in. Random bytes are drawn 256 ids at a time,
// because an import needs a hundred thousand at once.

import { randomFillSync } from 'node:crypto';

import { v7 } from 'uuid';

const bytesPerId = 16;
const pool = new Uint8Array(256 * bytesPerId);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

export function newId(): string {
  const random = draw();
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // 31 bits, so that counting up within one millisecond does not overflow.
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
  } else {
    sequence += 1;
  }
  return v7({ random, msecs: lastMs, seq: sequence });
}

function draw(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytesPerId;
  return pool.subarray(used - bytesPerId, used);
}
