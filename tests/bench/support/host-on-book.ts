// A host on a measuring book, asked over a Port as a window asks it.

import { createHostClient, type HostClient } from '../../../src-shared/bridge/client.ts';
import { createMemoryPorts } from '../../../src-shared/bridge/memory-port.ts';
import { openHost } from '../../../src-main/host/host.ts';
import type { Change } from '../../../src-shared/records/command.ts';

export type OpenHost = {
  client: HostClient;
  /** Milliseconds from the command to the answer that it is committed. */
  edit: (changes: Change[]) => Promise<number>;
  close: () => Promise<void>;
};

export async function openHostOn(dir: string): Promise<OpenHost> {
  const host = await openHost({ profileDir: dir, shell: 'browser', onBug: console.error });
  if (!host.ok) throw new Error(host.error.code);
  const [ours, theirs] = createMemoryPorts();
  host.value.attach(theirs);
  const client = createHostClient(ours);
  return {
    client,
    edit: async (changes) => {
      const began = performance.now();
      const done = await client.request('command.run', { command: { type: 'edit', changes } });
      if (!done.ok) throw new Error(done.error.code);
      return performance.now() - began;
    },
    close: host.value.close,
  };
}

export const nickname = (id: string, value: string): Change => ({
  type: 'field',
  ref: { collection: 'people', id },
  field: 'nickname',
  value,
});
