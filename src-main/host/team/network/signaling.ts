// y-webrtc's signaling messages (y-webrtc 10.3, bin/server.js), parsed and limited. To
// `publish` we add an id and a count of hops, which y-webrtc does not look at, so that
// hubs can pass messages on without going round in circles, and between hubs `hub`, by
// which they see that they are linked both ways, and `proof`. What is published is sealed text: no
// structure of a stranger's making is walked here.

import { z } from 'zod';

import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import { mostMacs } from './hub-proof.ts';

const topic = z.string().min(1).max(100);

const signalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), topics: z.array(topic).max(100) }),
  z.object({ type: z.literal('unsubscribe'), topics: z.array(topic).max(100) }),
  z.object({
    type: z.literal('publish'),
    topic,
    data: z.string(),
    id: z.string().max(40).default(''),
    hops: z.number().int().min(0).max(100).default(0),
  }),
  /** The other end is a hub of this id, new at each opening; `nonce`: see hub-proof.ts. */
  z.object({
    type: z.literal('hub'),
    id: z.string().min(1).max(40),
    nonce: z.string().min(16).max(64),
    /** Where it can be dialled, for whoever it has dialled itself. Earlier versions do not say. */
    port: z.number().int().min(1).max(65_535).optional(),
  }),
  z.object({ type: z.literal('proof'), macs: z.array(z.string().max(64)).max(mostMacs) }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
]);
export type Signal = z.infer<typeof signalSchema>;
export type Published = { topic: string; data: string; id: string; hops: number };

/** Undefined for anything else. */
export function parseSignal(text: string): Signal | undefined {
  return readSignal(parseJson(text));
}

export function readSignal(raw: unknown): Signal | undefined {
  const parsed = signalSchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}
