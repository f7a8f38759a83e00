// Makes the file in the host, fetches it in pieces and hands it over as a download.

import { useState } from 'react';

import type { Failure } from '../../../src-shared/domain/result.ts';
import type { ExportRequest } from '../../../src-shared/transfer/export-types.ts';
import { errorWords } from '../../app/words.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../ui/announce.tsx';
import { downloadBlob } from '../../ui/download.ts';

export function useExport() {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState<{ name: string; rows: number }>();
  const stop = (error: Failure): void => {
    setFailure(error);
    setBusy(false);
    announce(errorWords(error));
  };
  const make = async (request: ExportRequest): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setMade(undefined);
    const answer = await host.request('export.make', request);
    if (!answer.ok) return stop(answer.error);
    const { file, name, mime, rows } = answer.value;
    const blob = await fetchMade(host, file, mime);
    if (!blob.ok) return stop(blob.error);
    downloadBlob(blob.value, name);
    setBusy(false);
    setMade({ name, rows });
    announce(`${name} is made: ${rows} people`);
  };
  return { isBusy, failure, made, make };
}
