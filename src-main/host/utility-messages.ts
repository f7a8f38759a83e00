// What Electron's main process and the host's process say to each other. Windows do
// not pass through here: each has its own channel to the host.

import { z } from 'zod';

import type { Failure } from '../../src-shared/domain/result.ts';

/** A window's channel travels beside `attach`. */
export const toHostProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('attach') }),
  z.object({ type: z.literal('asleep') }),
  /** The keystore's answer to a question; none where it refuses. */
  z.object({ type: z.literal('keystore'), id: z.number(), text: z.string().optional() }),
  z.object({ type: z.literal('close') }),
]);
export type ToHostProcess = z.infer<typeof toHostProcessSchema>;

export const fromHostProcessSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('keystore'),
    id: z.number(),
    act: z.enum(['wrap', 'unwrap']),
    text: z.string(),
  }),
  z.object({ type: z.literal('ready') }),
  /** The owner chose another. */
  z.object({ type: z.literal('language'), language: z.string() }),
  z.object({
    type: z.literal('refused'),
    error: z.custom<Failure>(
      (value) => typeof value === 'object' && value !== null && 'code' in value,
    ),
  }),
]);
export type FromHostProcess = z.infer<typeof fromHostProcessSchema>;

/** Tells the host's process at its start that the system has a keystore. */
export const keystoreArg = '--keystore';
