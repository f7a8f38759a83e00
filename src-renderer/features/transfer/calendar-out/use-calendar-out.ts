// What there would be in a calendar file, and the file itself as a download.

import { plural, t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';

import type { CalendarOutAsked } from '../../../../src-shared/bridge/requests/transfer.ts';
import type { Failure, Result } from '../../../../src-shared/domain/result.ts';
import type { CalendarCounts } from '../../../../src-shared/transfer/export/calendar/asked.ts';
import { announce } from '../../../data/announce.ts';
import { fetchMade } from '../../../data/files.ts';
import { useHost } from '../../../data/host-context.tsx';
import { downloadBlob } from '../../../ui/download.ts';
import { errorWords } from '../../../words/host-words.ts';

export type CalendarMade = { name: string; entries: number };

/** The counts of before stay in sight until the next are known. */
export function useCalendarCounts(asked: CalendarOutAsked): Result<CalendarCounts> | undefined {
  const { host } = useHost();
  const [counts, setCounts] = useState<Result<CalendarCounts>>();
  const key = JSON.stringify(asked);
  useEffect(() => {
    let isCurrent = true;
    void host
      .request('export.countCalendar', JSON.parse(key) as CalendarOutAsked)
      .then((answer) => {
        if (isCurrent) setCounts(answer);
      });
    return () => {
      isCurrent = false;
    };
  }, [host, key]);
  return counts;
}

export function useCalendarFile(asked: CalendarOutAsked) {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState<CalendarMade & { of: string }>();
  const of = JSON.stringify(asked);
  const stop = (error: Failure): void => {
    setFailure(error);
    setBusy(false);
    announce(errorWords(error));
  };
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setMade(undefined);
    const answer = await host.request('export.makeCalendar', asked);
    if (!answer.ok) return stop(answer.error);
    const { file, name, mime, rows } = answer.value;
    const blob = await fetchMade(host, file, mime);
    if (!blob.ok) return stop(blob.error);
    downloadBlob(blob.value, name);
    setBusy(false);
    setMade({ name, entries: rows, of });
    announce(t`${name} is made: ${entryWords(rows)}`);
  };
  return { isBusy, failure, made: made?.of === of ? made : undefined, make };
}

export const entryWords = (count: number): string =>
  plural(count, { one: '# entry', other: '# entries' });
