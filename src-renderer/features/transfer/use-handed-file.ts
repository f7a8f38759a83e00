// The file that the host holds for an import: handed over in pieces, given back when
// another is chosen. Leaving the page gives it back unless it waits to be decided on.

import { useEffect, useRef } from 'react';

import type { Result } from '../../../src-shared/domain/result.ts';
import { handOver } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { keptImport, type Progress } from './kept-import.ts';

export type HandedFile = {
  /** The host's name for it; undefined where it holds none. */
  id: () => string | undefined;
  handOver: (file: File, onOpen: (id: string) => void) => Promise<Result<string>>;
  close: () => Promise<void>;
  cancel: () => Promise<void>;
};

let held: string | undefined;

export function useHandedFile(onProgress: (progress: Progress) => void): HandedFile {
  const { host } = useHost();
  const isStopped = useRef(false);
  const report = useRef(onProgress);
  useEffect(() => {
    report.current = onProgress;
  });
  useEffect(
    () => host.on('progress', (event) => event.file === held && report.current(event)),
    [host],
  );
  useEffect(
    () => () => {
      if (keptImport.read().step === 'preview') return;
      isStopped.current = true;
      keptImport.clear();
      if (held !== undefined) void host.request('import.close', { file: held });
      held = undefined;
    },
    [host],
  );
  return {
    id: () => held,
    handOver: async (file, onOpen) => {
      isStopped.current = false;
      return handOver(host, file, {
        onOpen: (id) => {
          held = id;
          onOpen(id);
        },
        onPiece: (done) => report.current({ phase: 'handing-over', done, total: file.size }),
        isStopped: () => isStopped.current,
      });
    },
    close: async () => {
      const file = held;
      held = undefined;
      if (file !== undefined) await host.request('import.close', { file });
    },
    cancel: async () => {
      isStopped.current = true;
      if (held !== undefined) await host.request('import.cancel', { file: held });
    },
  };
}
