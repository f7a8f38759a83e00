// Makes the file in the host, fetches it in pieces and hands it over as a download.

import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';

import type { ExportAsked } from '../../../src-shared/bridge/requests/transfer.ts';
import type { Failure, Result } from '../../../src-shared/domain/result.ts';
import type { ExportCheck } from '../../../src-shared/transfer/export-types.ts';
import { errorWords } from '../../words/host-words.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { downloadBlob } from '../../ui/download.ts';
import { contentWords } from './export-words.ts';

type Made = { name: string; rows: number; organisations: { written: number; leftOut: number } };

export function useExport() {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState<Made>();
  const stop = (error: Failure): void => {
    setFailure(error);
    setBusy(false);
    announce(errorWords(error));
  };
  const make = async (request: ExportAsked): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setMade(undefined);
    const answer = await host.request('export.make', request);
    if (!answer.ok) return stop(answer.error);
    const { file, name, mime, rows, organisations } = answer.value;
    const blob = await fetchMade(host, file, mime);
    if (!blob.ok) return stop(blob.error);
    downloadBlob(blob.value, name);
    setBusy(false);
    setMade({ name, rows, organisations });
    announce(t`${name} is made: ${contentWords(rows, organisations.written)}`);
  };
  return { isBusy, failure, made, make };
}

/** The dry run for what is chosen now, or why there is none. */
export function useCheck(request: ExportAsked) {
  const { host } = useHost();
  const key = JSON.stringify(request);
  const [attempt, setAttempt] = useState(0);
  const [checked, setChecked] = useState<{ key: string; answer: Result<ExportCheck> }>();
  useEffect(() => {
    let isCurrent = true;
    void host.request('export.check', JSON.parse(key) as ExportAsked).then((answer) => {
      if (isCurrent) setChecked({ key, answer });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, attempt]);
  const answer = checked?.key === key ? checked.answer : undefined;
  return {
    check: answer?.ok === true ? answer.value : undefined,
    refusal: answer?.ok === false ? answer.error : undefined,
    again: () => setAttempt((old) => old + 1),
  };
}
