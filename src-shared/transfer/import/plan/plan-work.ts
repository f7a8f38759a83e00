// A plan while it is made, and what is needed for it.

import type { BookReader } from '../match/book-excerpt.ts';
import type { Contents } from './contents.ts';
import type { Entries } from './entries.ts';

export type Plan = { entries: Entries; contents: Contents };

export type PlanStore = BookReader & { count(collection: 'people' | 'groups'): Promise<number> };
export type PlanWork = {
  yieldNow: () => Promise<void>;
  signal: AbortSignal | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
  /** Keys under which erased people are noticed; absent when nobody was erased. */
  erasedKeys?: ((address: string) => string[]) | undefined;
};
