// Gives a private field to the team, or keeps the team's on this laptop.

import type { Rescope } from '../../src-shared/records/gather/rescope.ts';
import { useHost } from './host-context.tsx';
import { saving } from './saving.ts';
import { settle, useCommand } from './use-command.tsx';

/** False when it did not work (the user has been told). */
export function useRescope(): (asked: Rescope) => Promise<boolean> {
  const { host } = useHost();
  const run = useCommand();
  return async (asked) =>
    settle(await saving(host.request('own.rescope', asked)), 'edit', run) !== undefined;
}
