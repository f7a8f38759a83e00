// What a file format offers an import: what the file is, and its people one by one.

import type { Result } from '../../domain/result.ts';
import type { Reader } from '../../fields/field.ts';
import type { ImportColumn, ImportFileInfo, ImportOptions } from '../import-types.ts';
import type { Reread } from './place.ts';
import type { PlanWork } from './plan/plan-work.ts';
import type { Planner } from './plan/plan.ts';
import type { Decoded } from './text/decode.ts';
import type { FileText } from './text/file-text.ts';

/** A plan is held in memory (about 100 bytes a row): more rows than this are refused. */
export const maxRows = 500_000;

export type ReadWork = Pick<PlanWork, 'yieldNow' | 'signal' | 'onProgress'>;

/** A kind of file that people bring. Adding one is a file and a line in syntaxes.ts. */
export type FileSyntax = {
  /** By the beginning of the file's text. */
  recognises(text: FileText): boolean;
  open(name: string, decoded: Decoded, options: ImportOptions): Result<ImportSource>;
};

export type ImportSource = {
  /** From our own lossless CSV. */
  isExact: boolean;
  /** How numbers and days are written in it; left out: as programs write them. */
  reader?: Reader;
  /** Of a table. */
  columns?: readonly ImportColumn[];
  info(work: ReadWork): Promise<Result<ImportFileInfo>>;
  reread: Reread;
  readInto(
    planner: Pick<Planner, 'take' | 'refuse' | 'pass'>,
    work: ReadWork,
  ): Promise<Result<ImportFileInfo>>;
};
