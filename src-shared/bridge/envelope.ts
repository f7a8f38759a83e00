// The four kinds of message that share one Port, and the parser each side runs on
// what it receives. Requests and answers meet by number; `rx` carries the messages
// of RxDB's storage-remote untouched.

import { z } from 'zod';

import type { EventName } from './contract.ts';
import type { Result } from '../domain/result.ts';

export type Request = { type: 'request'; id: number; name: string; input: unknown };
export type Answer = { type: 'answer'; id: number; result: Result<unknown> };
export type HostEvent = { type: 'event'; name: EventName; payload: unknown };

/** A host trusts nothing that a window says. */
export const toHostSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('request'),
    id: z.number().int(),
    name: z.string().max(100),
    input: z.unknown(),
  }),
  z.strictObject({ type: z.literal('rx'), message: z.unknown() }),
]);

/** A window trusts its host to keep the contract, and only looks at what kind of message it is. */
export const toWindowSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('answer'),
    id: z.number(),
    result: z.custom<Result<unknown>>(
      (value) => typeof value === 'object' && value !== null && 'ok' in value,
    ),
  }),
  z.object({
    type: z.literal('event'),
    name: z.custom<EventName>((name) => typeof name === 'string'),
    payload: z.unknown(),
  }),
  z.object({ type: z.literal('rx'), message: z.unknown() }),
]);
