// Opens the owner's browser. When there is none, the printed address is enough.

import { spawn } from 'node:child_process';

import { say } from '../say.ts';

export function openBrowser(address: string): void {
  const [command, ...args] = commandFor(address);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {
    console.error(say('shell.noBrowser'));
  });
  child.unref();
}

function commandFor(address: string): string[] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
}
