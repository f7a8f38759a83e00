// A promise that was begun and not made yet, as it is kept while its form is away.

import { z } from 'zod';

import { duePrecisions } from '../../../src-shared/domain/promise-due.ts';
import { type PromiseSide, promiseSides } from '../../../src-shared/domain/promise.ts';
import type { DueTyped } from './due-field.tsx';

export type PromiseDraft = {
  text: string;
  by: PromiseSide;
  ids: readonly string[];
  due: DueTyped;
  member: string;
};

const keptDue = z.object({
  day: z.string(),
  precision: z.enum(duePrecisions),
  time: z.string().optional(),
});
const keptPromise = z.object({
  text: z.string(),
  by: z.enum(promiseSides),
  ids: z.array(z.string()),
  due: z.object({ text: z.string(), due: keptDue.optional(), isUnclear: z.boolean() }),
  member: z.string(),
});

export const keptPromiseOf = (draft: PromiseDraft): string => JSON.stringify(draft);

/** Undefined where nothing was begun, or by a version that wrote it in another way. */
export function promiseDraftIn(kept: string): PromiseDraft | undefined {
  if (kept === '') return undefined;
  const { data } = keptPromise.safeParse(JSON.parse(kept));
  return data && { ...data, due: { ...data.due, due: data.due.due } };
}
