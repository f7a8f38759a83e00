// The file that the host holds for an import: handed over in pieces, given back when
// another is chosen or the page is left.

import { useEffect, useRef } from 'react';

import type { HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { handOver } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';

export type Progress = {
  phase: HostEvents['progress']['phase'] | 'handing-over';
  done: number;
  total: number;
};

export type HandedFile = {
  /** The host's name for it; undefined where it holds none. */
  id: () => string | undefined;
  handOver: (file: File, onOpen: (id: string) => void) => Promise<Result<string>>;
  close: () => Promise<void>;
  cancel: () => Promise<void>;
};

export function useHandedFile(onProgress: (progress: Progress) => void): HandedFile {
  const { host } = useHost();
  const held = useRef<string>(undefined);
  const isStopped = useRef(false);
  const report = useRef(onProgress);
  useEffect(() => {
    report.current = onProgress;
  });
  useEffect(
    () => host.on('progress', (event) => event.file === held.current && report.current(event)),
    [host],
  );
  useEffect(
    () => () => {
      if (held.current !== undefined) void host.request('import.close', { file: held.current });
    },
    [host],
  );
  return {
    id: () => held.current,
    handOver: async (file, onOpen) => {
      isStopped.current = false;
      return handOver(host, file, {
        onOpen: (id) => {
          held.current = id;
          onOpen(id);
        },
        onPiece: (done) => report.current({ phase: 'handing-over', done, total: file.size }),
        isStopped: () => isStopped.current,
      });
    },
    close: async () => {
      const file = held.current;
      held.current = undefined;
      if (file !== undefined) await host.request('import.close', { file });
    },
    cancel: async () => {
      isStopped.current = true;
      if (held.current !== undefined) await host.request('import.cancel', { file: held.current });
    },
  };
}
