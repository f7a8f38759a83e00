// Whatever a message holds, it arrives equal; whatever a frame holds, reading it ends
// in a value or in an error that closes the connection, never in a crash.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeMessage, encodeMessage } from '../../src-shared/bridge/socket-codec.ts';
import { portOverSocket } from '../../src-shared/bridge/socket-port.ts';
import { testRuns } from '../support/seeded.ts';

const parameters = { numRuns: testRuns(300) };
const key = fc.oneof(fc.string(), fc.constantFrom('\u0000b', '\u0000o', '\u0000u', '__proto__'));
const message = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double({ noDefaultInfinity: false }).map((number) => (number === 0 ? 0 : number)),
    fc.constantFrom(null, true, false),
    fc.bigInt(),
    fc.date(),
    fc.uint8Array(),
    fc.uint8Array().map((bytes) => bytes.slice().buffer),
    fc.array(fc.oneof(tie('value'), fc.constant(undefined))),
    fc.array(fc.tuple(key, tie('value'))).map(Object.fromEntries),
  ),
})).value;

const travel = (sent: unknown): unknown => {
  const frame = encodeMessage(sent);
  return decodeMessage(typeof frame === 'string' ? frame : frame.buffer);
};

test('a message arrives equal', () => {
  fc.assert(
    fc.property(message, (sent) => {
      expect(travel(sent)).toEqual(sent);
    }),
    parameters,
  );
});

test('a frame that is not ours ends the connection and is not delivered', () => {
  const frame = fc.oneof(
    fc.uint8Array().map((bytes) => bytes.slice().buffer),
    fc.string().map((text) => `{"\\u0000b":[${text}`),
    fc.constantFrom('', '{"\\u0000b":["u8",9]}', '{"\\u0000z":1}', '{"\\u0000o":7}'),
  );
  fc.assert(
    fc.property(frame, (bytes) => {
      let tell: (event: { data: unknown }) => void = () => undefined;
      let closed = 0;
      const port = portOverSocket({
        binaryType: '',
        send: () => undefined,
        close: () => closed++,
        addEventListener: (type: string, listener: unknown) => {
          if (type === 'message') tell = listener as typeof tell;
        },
      });
      const got: unknown[] = [];
      port.onMessage((received) => got.push(received));
      tell({ data: bytes });
      expect(got.length + closed).toBe(1);
    }),
    parameters,
  );
});
