// Real child processes for fault tests: started on TypeScript sources, read line by
// line, killed by the handle that started them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Started = {
  process: ChildProcess;
  /** Waits for the next line of standard output; undefined when the process has ended. */
  nextLine(): Promise<string | undefined>;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
};

export function startProcess(script: string, args: readonly string[]): Started {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    nextLine: async () => {
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
