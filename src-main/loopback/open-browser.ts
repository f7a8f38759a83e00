// Opens the owner's browser. When there is none, the printed address is enough.

import { spawn } from 'node:child_process';

export function openBrowser(address: string): void {
  const [command, ...args] = commandFor(address);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {
    console.error('No browser could be opened: open the address above yourself.');
  });
  child.unref();
}

function commandFor(address: string): string[] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    case 'darwin':
      return ['open', address];
    default:
      return ['xdg-open', address];
  }
}
