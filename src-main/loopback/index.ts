// The browser shell: the same page and host behind 127.0.0.1, for machines without a
// display or without Electron's own program, and for tests.

import { join } from 'node:path';

import { openHost } from '../host/host.ts';
import { readLook } from '../host/profile/look.ts';
import { profileDirOf } from '../profile-dir.ts';
import { refusalWords } from '../refusal-words.ts';
import { say, speak } from '../say.ts';
import { openBrowser } from './open-browser.ts';
import { parseLoopbackOptions } from './options.ts';
import { openLoopbackServer } from './server.ts';

const exitFailed = 1;
const exitUsage = 2;

// What is written is the owner's alone, in whatever folder.
process.umask(0o077);
await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const options = parseLoopbackOptions(args);
  if (options === null) return leave(say('shell.usage'), exitUsage);
  const profileDir = profileDirOf(options.profile);
  speak(readLook(profileDir).language);
  const host = await openHost({ profileDir, shell: 'browser', onBug: reportBug });
  if (!host.ok) return leave(refusalWords(host.error, profileDir), exitFailed);

  const server = await openLoopbackServer({
    port: options.port,
    pageDir: join(import.meta.dirname, '..', 'renderer'),
    onWindow: (port) => host.value.attach(port),
  }).catch(nullWherePortIsTaken);
  if (server === null) {
    await host.value.close();
    return leave(say('shell.portTaken'), exitFailed);
  }
  host.value.announce(server.port);
  closeOnSignals(async () => {
    await server.close();
    await host.value.close();
  });
  console.log(say('shell.started', { shell: 'browser', why: options.why ?? 'none' }));
  console.log(say('shell.yourData', { folder: profileDir }));
  // Scripts wait for this line: the same in every language.
  console.log(`Rapport ready: ${server.address}`);
  if (options.open) openBrowser(server.address);
}

function leave(words: string, code: number): void {
  console.error(words);
  process.exitCode = code;
}

/** A port that cannot be had is the owner's to change, not a bug. */
function nullWherePortIsTaken(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE' || code === 'EACCES') return null;
  throw error;
}

/** Once the first signal has come the work is tidied away; a second one does not wait. */
function closeOnSignals(close: () => Promise<void>): void {
  let closing = false;
  const onSignal = (): void => {
    if (closing) process.exit(exitFailed);
    closing = true;
    void close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

function reportBug(error: unknown): void {
  console.error(error);
}
