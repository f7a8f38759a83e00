// Bytes in and out, whatever they are: a window hands a file over in pieces, and fetches
// one that the host has made.

import { z } from 'zod';

import { file, requestOf } from './request-of.ts';

export const handoverRequests = {
  'handover.open': requestOf(
    z.object({ name: z.string().max(1_000), size: z.number().int().min(0) }),
  ).to<{ file: string }>(),
  'handover.put': requestOf(file.extend({ bytes: z.instanceof(Uint8Array) })).to<{
    received: number;
  }>(),
  /** The file is forgotten with its last piece. */
  'handover.get': requestOf(file.extend({ from: z.number().int().min(0) })).to<{
    bytes: Uint8Array;
    last: boolean;
  }>(),
  /** Forgets a file that was handed over and not used. */
  'handover.close': requestOf(file).to<null>(),
};
