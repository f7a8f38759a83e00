// One bulk edit of everybody in a view, done at once: for what says itself whom it meets.

import { useCallback } from 'react';

import type { Result } from '../../src-shared/domain/result.ts';
import type { View } from '../../src-shared/query/view.ts';
import type { BulkDone } from '../../src-shared/records/bulk/run-bulk.ts';
import type { BulkEdit } from '../../src-shared/records/intents/bulk-edit.ts';
import type { HostConnection } from '../host/connection.ts';
import { asked } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { saving } from './saving.ts';
import { settle, useCommand } from './use-command.tsx';

/** `count`: as many as were shown. Undefined when it did not work (the user has been told). */
export function useEditOfView() {
  const { host } = useHost();
  const run = useCommand();
  return useCallback(
    async (view: View, count: number, edit: BulkEdit) =>
      settle(await saving(editView(host, view, count, edit)), 'edit', run),
    [host, run],
  );
}

async function editView(
  host: HostConnection,
  view: View,
  count: number,
  edit: BulkEdit,
): Promise<Result<BulkDone>> {
  const opened = await host.request('bulk.open', { which: asked(view), count });
  if (!opened.ok) return opened;
  const { bulk } = opened.value;
  const looked = await host.request('bulk.preview', { bulk, edit, language: 'en', country: '' });
  const done = looked.ok ? await host.request('bulk.run', { bulk }) : looked;
  await host.request('bulk.close', { bulk });
  return done;
}
