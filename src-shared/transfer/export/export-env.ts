// What long work is handed by its platform.

export type ExportEnv = {
  /** Lets the process answer others between two batches. */
  yieldNow(): Promise<void>;
  /** Aborting makes the work throw the signal's reason. */
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
};

/**
 * A file being made: `rows` counts the people written, `organisations` those that are in it or
 * for which the format has no place, `files` how many files it takes. All are final once the
 * chunks have ended.
 */
export type ExportFile = {
  name: string;
  mime: string;
  rows: () => number;
  files: () => number;
  organisations: () => { written: number; leftOut: number };
  chunks: AsyncIterable<Uint8Array>;
};
