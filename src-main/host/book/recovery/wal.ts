// Reads a write-ahead log that a crash left behind, before SQLite does. SQLite keeps
// the frames up to the first broken one and silently drops the rest. That is right
// for a torn tail (never acknowledged), but when whole transactions follow the broken
// frame, acknowledged edits would vanish without a word. Format:
// https://sqlite.org/fileformat2.html#walformat

import { closeSync, openSync, readSync, statSync } from 'node:fs';

export type WalFacts = {
  /** Frames that SQLite will take over. */
  frames: number;
  /** Transactions after the first broken frame whose frames are sound. */
  lostCommits: number;
  /** Page 1 as the log has it. */
  firstPage?: Buffer;
};

const walHeaderBytes = 32;
const frameHeaderBytes = 24;
const nothing: WalFacts = { frames: 0, lostCommits: 0 };

/** A missing, empty or headless log holds nothing. */
export function readWal(path: string): WalFacts {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < walHeaderBytes) return nothing;
  const handle = openSync(path, 'r');
  try {
    const header = Buffer.alloc(walHeaderBytes);
    readSync(handle, header, 0, walHeaderBytes, 0);
    return scanFrames(handle, header, size);
  } finally {
    closeSync(handle);
  }
}

function scanFrames(handle: number, header: Buffer, size: number): WalFacts {
  const pageBytes = header.readUInt32BE(8);
  const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
  let running = sumOf(header.subarray(0, 24), [0, 0], isBigEndian);
  let isWhole = isSum(header, 24, running);
  if (pageBytes < 512 || pageBytes > 65_536) return nothing;
  const facts: WalFacts = { ...nothing };
  let pendingFirstPage: Buffer | undefined;
  const frame = Buffer.alloc(frameHeaderBytes + pageBytes);
  for (let at = walHeaderBytes; at + frame.length <= size; at += frame.length) {
    readSync(handle, frame, 0, frame.length, at);
    if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) break;
    running = sumOf(
      frame.subarray(frameHeaderBytes),
      sumOf(frame.subarray(0, 8), running, isBigEndian),
      isBigEndian,
    );
    const isSound = isSum(frame, 16, running);
    const isCommit = frame.readUInt32BE(4) !== 0;
    isWhole &&= isSound;
    if (isWhole) {
      facts.frames += 1;
      if (frame.readUInt32BE(0) === 1)
        pendingFirstPage = Buffer.from(frame.subarray(frameHeaderBytes));
      if (isCommit && pendingFirstPage !== undefined) facts.firstPage = pendingFirstPage;
    } else {
      if (isSound && isCommit) facts.lostCommits += 1;
      // Each frame's sum is seeded by the one before it, so the next can be judged again.
      running = [frame.readUInt32BE(16), frame.readUInt32BE(20)];
    }
  }
  return facts;
}

type Sum = readonly [number, number];

const isSum = (bytes: Buffer, at: number, [first, second]: Sum): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;

function sumOf(bytes: Buffer, [first, second]: Sum, isBigEndian: boolean): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let a = first;
  let b = second;
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !isBigEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, !isBigEndian) + a) >>> 0;
  }
  return [a, b];
}
