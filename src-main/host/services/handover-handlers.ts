// Bytes between a window and the host, whatever they are: handed over in pieces, and
// fetched in pieces once the host has made a file.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';
import type { WrittenFiles } from '../handover/written-files.ts';

type Served = Extract<keyof Handlers, `handover.${string}`>;

export function handoverHandlers(
  received: ReceivedFiles,
  written: WrittenFiles,
): Pick<Handlers, Served> {
  return {
    'handover.open': ({ name, size }) => received.open(name, size),
    'handover.put': ({ file, bytes }) => received.put(file, bytes),
    'handover.get': ({ file, from }) => written.piece(file, from),
    'handover.close': ({ file }) => {
      received.close(file);
      return ok(null);
    },
  };
}
