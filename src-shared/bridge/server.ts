// The host's end of the contract over one Port: parses every input, runs the one
// handler of that name and answers with a Result that can be cloned. A handler
// that throws is a bug: it is reported once and answered with `internal`.

import type { z } from 'zod';

import {
  type Emit,
  type OutputOf,
  type ParsedInputOf,
  type RequestName,
  requests,
} from './contract.ts';
import { type Answer, type HostEvent, type Request, toHostSchema } from './envelope.ts';
import type { Port } from './port.ts';
import { createRxLink, type RxLink } from './rx-link.ts';
import { fail, type Result } from '../domain/result.ts';
import { isNoDeeper } from '../values/depth.ts';

export type Handlers = {
  [N in RequestName]: (
    input: ParsedInputOf<N>,
  ) => Promise<Result<OutputOf<N>>> | Result<OutputOf<N>>;
};
export type HostSession = {
  emit: Emit;
  rx: RxLink;
  /** Called once when the window is gone. Returns a function that stops listening. */
  onClose(listener: () => void): () => void;
  close(): void;
};

/** A view of sixteen groups in each other, in a request, is about forty deep. */
const deepest = 64;

/** `onBug` hears every error that a handler threw; it must not throw itself. */
export function serveHost(
  port: Port,
  handlers: Handlers,
  onBug: (error: unknown) => void,
): HostSession {
  const rx = createRxLink((message) => port.post({ type: 'rx', message }));

  const answer = (id: number, result: Result<unknown>): void => {
    try {
      port.post({ type: 'answer', id, result } satisfies Answer);
    } catch (error) {
      onBug(error);
      port.post({ type: 'answer', id, result: fail('internal') } satisfies Answer);
    }
  };
  port.onMessage((raw) => {
    const message = toHostSchema.safeParse(isNoDeeper(raw, deepest) ? raw : undefined);
    if (!message.success) return refuse(raw, answer);
    if (message.data.type === 'rx') return rx.deliver(message.data.message);
    const { id } = message.data;
    void runRequest(message.data, handlers, onBug).then((result) => answer(id, result));
  });

  return {
    emit: (name, payload) => port.post({ type: 'event', name, payload } satisfies HostEvent),
    rx: rx.link,
    onClose: port.onClose,
    close: port.close,
  };
}

/** A message that is no request at all is answered where it at least has a number, else dropped. */
function refuse(raw: unknown, answer: (id: number, result: Result<unknown>) => void): void {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return;
  if (typeof raw.id === 'number') answer(raw.id, fail('bad-input'));
}

async function runRequest(
  request: Request,
  handlers: Handlers,
  onBug: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (!isRequestName(request.name)) return fail('unknown-request', { name: request.name });
  try {
    const schema: z.ZodType = requests[request.name].input;
    const input = schema.safeParse(request.input);
    if (!input.success) {
      return fail('bad-input', { path: (input.error.issues[0]?.path ?? []).map(String).join('.') });
    }
    // The parser just run is the one that gives this handler's input its type.
    const handler = handlers[request.name] as (input: unknown) => Promise<Result<unknown>>;
    return await handler(input.data);
  } catch (error) {
    onBug(error);
    return fail('internal');
  }
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}
