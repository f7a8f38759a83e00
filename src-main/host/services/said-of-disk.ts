// A disk that refuses a file is no bug of ours: whoever asked hears what is the matter with it.

import { failureOfDisk } from '../book/condition/errors.ts';

type Handler = (input: never) => unknown;

export function sayingOfDisk<H extends object>(handlers: H): H {
  const said = Object.entries(handlers as Record<string, Handler>).map(
    ([name, handler]) => [name, saying(handler)] as const,
  );
  return Object.fromEntries(said) as H;
}

const saying =
  (handler: Handler): Handler =>
  async (input) => {
    try {
      return await handler(input);
    } catch (error) {
      const failure = failureOfDisk(error);
      if (failure?.code !== 'disk-full' && failure?.code !== 'disk-read-only') throw error;
      return { ok: false, error: failure };
    }
  };
