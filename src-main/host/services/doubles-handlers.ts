// Records that may be of one person, looked for when somebody asks.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { createDoubles } from '../doubles.ts';
import type { ServiceContext } from './context.ts';

/** ms between two words about how far it is. */
const toldEvery = 200;

export function doublesHandlers({ book, emit }: ServiceContext): Pick<Handlers, 'doubles.find'> {
  let toldAt = 0;
  const doubles = createDoubles(book, (part) => {
    const now = performance.now();
    if (now - toldAt < toldEvery) return;
    toldAt = now;
    emit('doubles.progress', { part });
  });
  return { 'doubles.find': () => doubles.find() };
}
