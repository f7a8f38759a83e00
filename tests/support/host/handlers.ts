// A full set of request handlers for tests that only care about some of them.
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { requests } from '../../../src-shared/bridge/contract.ts';
import { fail } from '../../../src-shared/domain/result.ts';

export function handlersWith(own: Partial<Handlers>): Handlers {
  const refused = Object.fromEntries(
    Object.keys(requests).map((name) => [name, () => fail('not-found')]),
  );
  return { ...refused, ...own } as Handlers;
}
