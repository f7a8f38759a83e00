// Makes the file in the host, fetches it in pieces and hands it over as a download.

import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';

import type { ExportAsked } from '../../../src-shared/bridge/requests/transfer.ts';
import { type Failure, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { ExportCheck } from '../../../src-shared/transfer/export-types.ts';
import { errorWords } from '../../words/host-words.ts';
import { fetchMade } from '../../data/files.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { downloadBlob } from '../../ui/download.ts';
import { commaWords } from '../../words/in-language.ts';
import { contentWords } from './export-words.ts';

export type ExportMade = {
  names: string[];
  rows: number;
  files: number;
  organisations: { written: number; leftOut: number };
};

/** Formats that need several files hold people only. */
const both = (a: ExportMade, b: ExportMade): ExportMade => ({
  names: [...a.names, ...b.names],
  rows: a.rows + b.rows,
  files: a.files,
  organisations: a.organisations,
});

/** `asked`: what is chosen now; what was made of something else is not told any more. */
export function useExport(asked: ExportAsked) {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState<ExportMade & { of: string }>();
  const stop = (error: Failure): void => {
    setFailure(error);
    setBusy(false);
    announce(errorWords(error));
  };
  const one = async (request: ExportAsked): Promise<Result<ExportMade>> => {
    const answer = await host.request('export.make', request);
    if (!answer.ok) return answer;
    const { file, name, mime, rows, files, organisations } = answer.value;
    const blob = await fetchMade(host, file, mime);
    if (!blob.ok) return blob;
    downloadBlob(blob.value, name);
    return ok({ names: [name], rows, files, organisations });
  };
  /** As many files as it takes, where a part is asked for. */
  const make = async (request: ExportAsked): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setMade(undefined);
    const first = await one(request);
    if (!first.ok) return stop(first.error);
    let all = first.value;
    for (let part = 1; part < all.files; part += 1) {
      const made = await one({ ...request, part });
      if (!made.ok) return stop(made.error);
      all = both(all, made.value);
    }
    setBusy(false);
    setMade({ ...all, of: JSON.stringify(request) });
    announce(
      t`${commaWords(all.names)} is made: ${contentWords(all.rows, all.organisations.written)}`,
    );
  };
  const isOfThis = made?.of === JSON.stringify(asked);
  return { isBusy, failure, made: isOfThis ? made : undefined, make };
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
  // What was said before stays in sight until the next is known: nothing jumps.
  const shown = checked?.answer;
  return {
    check: shown?.ok === true ? shown.value : undefined,
    refusal: answer?.ok === false ? answer.error : undefined,
    again: () => setAttempt((old) => old + 1),
  };
}
