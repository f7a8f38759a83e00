// The import that this window has begun. It stays while other pages are looked at, with what
// was decided; it is gone when the page is loaded again, as when the book is locked.

import { useSyncExternalStore } from 'react';

import type { HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { Failure } from '../../../src-shared/domain/result.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportReport,
} from '../../../src-shared/transfer/import-types.ts';

export type Progress = {
  phase: HostEvents['progress']['phase'] | 'handing-over';
  done: number;
  total: number;
};

export type ImportState = {
  step: 'choose' | 'working' | 'preview' | 'done';
  fileName: string;
  /** The host's name for the file. */
  file?: string;
  progress?: Progress;
  options: ImportOptions;
  /** What the file itself shows of its phone numbers' country, where that is used. */
  countryIsOf?: 'addresses' | 'words' | undefined;
  preview?: ImportPreview;
  report?: ImportReport;
  failure?: Failure | undefined;
};

const start: ImportState = { step: 'choose', fileName: '', options: {} };
let kept = start;
let times = 0;
const listeners = new Set<() => void>();

function set(next: ImportState): void {
  kept = next;
  for (const listener of listeners) listener();
}

export const keptImport = {
  read: (): ImportState => kept,
  patch: (change: Partial<ImportState>): void => set({ ...kept, ...change }),
  /** Back to the first step. */
  clear: (): void => {
    times += 1;
    set(start);
  },
  /** Another one after each `clear`: what was asked for before that says nothing any more. */
  turn: (): number => times,
};

export const useKeptImport = (): ImportState =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keptImport.read);
