// A virtual display of our own for each test file: Xvfb picks a free number itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Display = { name: string; close(): Promise<void> };

export async function openDisplay(): Promise<Display> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const ready = server.stdio[3];
  if (ready === null || ready === undefined) throw new Error('Xvfb gives no display number');
  const [number] = await Promise.race([
    once(ready, 'data'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended'))),
  ]);
  return {
    name: `:${String(number).trim()}`,
    close: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
