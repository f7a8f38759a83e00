// What a file format offers an import: what the file is, and its people one by one.

import type { Result } from '../../domain/result.ts';
import type { ImportFileInfo } from '../import-types.ts';
import type { Reread } from './place.ts';
import type { PlanWork } from './plan/plan-entry.ts';
import type { Planner } from './plan/plan.ts';

/** A plan is held in memory (about 400 bytes a row): more rows than this are refused. */
export const maxRows = 500_000;

export type ReadWork = Pick<PlanWork, 'yieldNow' | 'signal' | 'onProgress'>;

export type ImportSource = {
  /** From our own lossless CSV. */
  isExact: boolean;
  info(work: ReadWork): Promise<Result<ImportFileInfo>>;
  reread: Reread;
  readInto(
    planner: Pick<Planner, 'take' | 'refuse' | 'pass'>,
    work: ReadWork,
  ): Promise<Result<ImportFileInfo>>;
};
