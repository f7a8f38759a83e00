// One act for many people: those chosen by hand go by their ids, everybody of a view is
// found by the host, once, when it begins.

import { useCallback } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { Done } from '../../src-shared/records/command.ts';
import { type BulkAct, bulkCommand } from '../../src-shared/records/intents/bulk.ts';
import { whichOf } from './asking-views.ts';
import type { Chosen } from './chosen-people.ts';
import { useHost } from './host-context.tsx';
import { saving } from './saving.ts';
import { settle, useCommand } from './use-command.tsx';

/** Undefined when it did not work (the user has been told). `count`: as many as were shown. */
export type RunBulk = (
  chosen: Chosen,
  count: number,
  act: BulkAct,
  /** What was done, for the toast. */
  says?: string,
) => Promise<Done | undefined>;

export function useBulk(): RunBulk {
  const { host } = useHost();
  const run = useCommand();
  return useCallback(
    async (chosen, count, act, says) => {
      if (chosen.by === 'hand')
        return run(bulkCommand(act, chosen.ids, uuidv7), says === undefined ? {} : { says });
      const asked = { ...whichOf(chosen), count, act };
      const result = await saving(host.request('command.forAll', asked));
      return settle(result, 'edit', run, says === undefined ? {} : { says });
    },
    [host, run],
  );
}
