// Puts values together in a field of the team's own.

import type { Gather } from '../../src-shared/records/intents/gather.ts';
import { useHost } from './host-context.tsx';
import { saving } from './saving.ts';
import { settle, useCommand } from './use-command.tsx';
import { useReaderGiven } from './use-own-counts.ts';

/** False when it did not work (the user has been told). */
export function useGather(): (gather: Gather) => Promise<boolean> {
  const { host } = useHost();
  const run = useCommand();
  const reader = useReaderGiven();
  return async (gather) =>
    settle(await saving(host.request('own.gather', { ...gather, ...reader })), 'edit', run) !==
    undefined;
}
