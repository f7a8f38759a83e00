// What every carrier of messages must do, as cases that run in Node over memory and in
// Chromium over real WebRTC. A case rejects with what is wrong.

export type Side = {
  send: (message: Uint8Array<ArrayBuffer>) => void;
  onMessage: (listener: (message: Uint8Array) => void) => void;
  /** Bytes that wait in our own queue, and on the wire. */
  queued: () => number;
  waiting: () => number;
};
export type MakePair = () => Promise<{ a: Side; b: Side; close: () => void }>;

const highWater = 1024 * 1024;
const pieceLength = 64 * 1024;

function filled(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + seed + (at >>> 13)) & 255;
  return bytes;
}

function received(side: Side, count: number): Promise<Uint8Array[]> {
  return new Promise((resolve) => {
    const messages: Uint8Array[] = [];
    side.onMessage((message) => {
      messages.push(message);
      if (messages.length === count) resolve(messages);
    });
  });
}

function expectSame(got: Uint8Array | undefined, wanted: Uint8Array, what: string): void {
  if (got === undefined || got.length !== wanted.length) throw new Error(`${what}: wrong length`);
  for (let at = 0; at < wanted.length; at++)
    if (got[at] !== wanted[at]) throw new Error(`${what}: differs at ${at}`);
}

export const cases = {
  'a message of 50 MB arrives whole, and the wire is never overfilled': async (make: MakePair) => {
    const { a, b, close } = await make();
    const message = filled(50 * 1024 * 1024, 7);
    const arrived = received(b, 1);
    a.send(message);
    let most = a.waiting();
    const watch = setInterval(() => (most = Math.max(most, a.waiting())), 1);
    const [got] = await arrived;
    clearInterval(watch);
    close();
    expectSame(got, message, '50 MB');
    if (most > highWater + pieceLength + 1) throw new Error(`${most} bytes were on the wire`);
    if (a.queued() !== 0) throw new Error('something is left in the queue');
  },
  'messages of every size keep their order and their borders': async (make: MakePair) => {
    const { a, b, close } = await make();
    const sizes = [
      0,
      1,
      pieceLength - 1,
      pieceLength,
      pieceLength + 1,
      262_144,
      262_145,
      3,
      700_000,
    ];
    const arrived = received(b, sizes.length);
    sizes.forEach((size, at) => a.send(filled(size, at)));
    const got = await arrived;
    close();
    sizes.forEach((size, at) => expectSame(got[at], filled(size, at), `message of ${size}`));
  },
  'both sides speak at once': async (make: MakePair) => {
    const { a, b, close } = await make();
    const [atA, atB] = [received(a, 3), received(b, 3)];
    for (let at = 0; at < 3; at++) {
      a.send(filled(2_000_000, at));
      b.send(filled(2_000_000, at + 10));
    }
    const [fromB, fromA] = await Promise.all([atA, atB]);
    close();
    fromA.forEach((got, at) => expectSame(got, filled(2_000_000, at), `a ${at}`));
    fromB.forEach((got, at) => expectSame(got, filled(2_000_000, at + 10), `b ${at}`));
  },
} satisfies Record<string, (make: MakePair) => Promise<void>>;

export type CaseName = keyof typeof cases;
