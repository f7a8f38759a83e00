// What the host says of the team's own fields as a whole before something is done to them.

import { useEffect, useState } from 'react';

import type { OwnFieldType } from '../../src-shared/domain/own-field.ts';
import type { Failure, Result } from '../../src-shared/domain/result.ts';
import type { DetailName } from '../../src-shared/records/gather/details.ts';
import type { Retyped } from '../../src-shared/records/gather/retyped.ts';
import type { Gather, GatherCounts } from '../../src-shared/records/intents/gather.ts';
import { useHost } from './host-context.tsx';
import { useReader } from './use-reader.ts';

type Host = ReturnType<typeof useHost>['host'];
/** Undefined while the host looks. */
type Answer<T> = { value: T } | { failure: Failure } | undefined;

export const useReaderGiven = (): { language: string; country: string } => {
  const { language, country = '' } = useReader()('', '');
  return { language, country };
};

/** `asked` as JSON: another question has another answer. */
function useAnswer<T>(
  asked: string | undefined,
  ask: (host: Host, asked: string) => Promise<Result<T>>,
): Answer<T> {
  const { host } = useHost();
  const [answer, setAnswer] = useState<{ asked: string; result: Result<T> }>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isCurrent = true;
    void ask(host, asked).then((result) => {
      if (isCurrent) setAnswer({ asked, result });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, asked, ask]);
  if (answer === undefined || answer.asked !== asked) return undefined;
  const { result } = answer;
  return result.ok ? { value: result.value } : { failure: result.error };
}

type Reading = ReturnType<typeof useReaderGiven>;

const askGather = (host: Host, asked: string) =>
  host.request('own.count', JSON.parse(asked) as Gather & Reading);
const askRetyped = (host: Host, asked: string) =>
  host.request('own.retyped', JSON.parse(asked) as { field: string; type: OwnFieldType });
const askDetails = async (host: Host, asked: string): Promise<Result<readonly DetailName[]>> => {
  const { language, country } = JSON.parse(asked) as Reading;
  const answer = await host.request('own.details', { language, country });
  return answer.ok ? { ok: true, value: answer.value.details } : answer;
};

/** Undefined: nothing is asked yet. */
export function useGatherCounts(gather: Gather | undefined): Answer<GatherCounts> {
  const reader = useReaderGiven();
  return useAnswer(
    gather === undefined ? undefined : JSON.stringify({ ...gather, ...reader }),
    askGather,
  );
}

export const useRetyped = (field: string, type: OwnFieldType): Answer<Retyped> =>
  useAnswer(JSON.stringify({ field, type }), askRetyped);

/** `turn`: another one asks again. */
export function useDetailNames(turn: number): Answer<readonly DetailName[]> {
  const reader = useReaderGiven();
  return useAnswer(JSON.stringify({ ...reader, turn }), askDetails);
}
