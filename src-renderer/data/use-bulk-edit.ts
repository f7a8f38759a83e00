// A bulk edit from opening to its end: its records are fixed by the host once, each edit is
// looked at there before it is done, and the work can be stopped.

import { useEffect, useState } from 'react';

import type { Failure } from '../../src-shared/domain/result.ts';
import type { BulkOf } from '../../src-shared/records/bulk/bulk-context.ts';
import type { BulkPreview } from '../../src-shared/records/bulk/open-bulk.ts';
import type { BulkDone } from '../../src-shared/records/bulk/run-bulk.ts';
import type { BulkEdit } from '../../src-shared/records/intents/bulk-edit.ts';
import { whichOf } from './asking-views.ts';
import type { Chosen } from './chosen-people.ts';
import { useHost } from './host-context.tsx';
import { useReader } from './use-reader.ts';

/** `edit`: as JSON, the one that was looked at. */
type Looked = { edit: string } & ({ preview: BulkPreview } | { failure: Failure });

export type BulkEditing = {
  /** Why it could not begin. */
  failure: Failure | undefined;
  /** Undefined while the host looks, and where nothing is asked for yet. */
  looked: Looked | undefined;
  /** How many are through, while it works. */
  progress: number | undefined;
  run: () => Promise<BulkDone | Failure>;
  stop: () => void;
};

/** So long nothing more is typed before the host looks. */
const quietMs = 250;

/** `edit` undefined while it is not complete. */
export function useBulkEdit(
  of: BulkOf,
  chosen: Chosen,
  count: number,
  edit: BulkEdit | undefined,
): BulkEditing {
  const { host } = useHost();
  const [bulk, failure] = useOpened(of, chosen, count);
  const { language, country = '' } = useReader()('', '');
  const [looked, setLooked] = useState<Looked>();
  const [progress, setProgress] = useState<number>();
  const key = edit === undefined ? undefined : JSON.stringify(edit);
  useEffect(() => {
    if (bulk === undefined || key === undefined) return undefined;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const asked = { bulk, edit: JSON.parse(key) as BulkEdit, language, country };
      const answer = await host.request('bulk.preview', asked);
      if (isCurrent)
        setLooked({
          edit: key,
          ...(answer.ok ? { preview: answer.value } : { failure: answer.error }),
        });
    };
    const timer = setTimeout(() => void look(), quietMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [host, bulk, key, language, country]);
  useEffect(
    () =>
      host.on('progress', ({ file, done }) => {
        if (file === bulk) setProgress(done);
      }),
    [host, bulk],
  );
  return {
    failure,
    looked: looked?.edit === key ? looked : undefined,
    progress,
    run: async () => {
      setProgress(0);
      const done = await host.request('bulk.run', { bulk: bulk ?? '' });
      setProgress(undefined);
      if (done.ok) return done.value;
      setLooked(undefined);
      return done.error;
    },
    stop: () => void host.request('bulk.stop', { bulk: bulk ?? '' }),
  };
}

/** As long as it is shown. Who is chosen does not change meanwhile. */
function useOpened(
  of: BulkOf,
  chosen: Chosen,
  count: number,
): [string | undefined, Failure | undefined] {
  const { host } = useHost();
  const [opened, setOpened] = useState<{ bulk?: string; failure?: Failure }>({});
  const key = JSON.stringify({ of, chosen, count });
  useEffect(() => {
    const asked = JSON.parse(key) as { of: BulkOf; chosen: Chosen; count: number };
    const which =
      asked.chosen.by === 'hand'
        ? { of: asked.of, ids: [...asked.chosen.ids] }
        : { of: asked.of, which: whichOf(asked.chosen), count: asked.count };
    let isGone = false;
    let bulk: string | undefined;
    const close = (): void => {
      if (bulk !== undefined) void host.request('bulk.close', { bulk });
    };
    void host.request('bulk.open', which).then((answer) => {
      if (answer.ok) bulk = answer.value.bulk;
      if (isGone) return close();
      setOpened(answer.ok ? { bulk: answer.value.bulk } : { failure: answer.error });
    });
    return () => {
      isGone = true;
      close();
    };
  }, [host, key]);
  return [opened.bulk, opened.failure];
}
