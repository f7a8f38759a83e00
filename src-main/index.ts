// Electron's main process, as a table of contents: options, one instance for each
// profile, hardening, the host in its own process, the window, menu and tray.

import { app } from 'electron';

import { registerPageScheme, servePage } from './app-protocol.ts';
import { hardenApp, hardenSession } from './harden.ts';
import { createHostProcess } from './host-process.ts';
import { setMenu } from './menu.ts';
import { parseShellOptions } from './shell-options.ts';
import { openSingleInstance, type SingleInstance } from './single-instance.ts';
import { openTray } from './tray.ts';
import { createWindowKeeper } from './window.ts';
import { say } from './say.ts';

const options = parseShellOptions(process.argv);
const instance = openSingleInstance(options.profileDir);
if (instance !== null) {
  registerPageScheme();
  hardenApp();
  // Not awaited here: Electron becomes ready only after this module has ended.
  void app.whenReady().then(() => open(instance));
}

async function open({ onSecondStart }: SingleInstance): Promise<void> {
  const session = hardenSession();
  servePage(session);
  const host = createHostProcess(options.profileDir);
  const keeper = createWindowKeeper(options.profileDir, session, host);
  onSecondStart(keeper.show);
  setMenu(keeper);
  keeper.hideOnClose(await openTray(keeper));
  if (!(await host.start())) return;
  console.log(say('shell.started', { shell: 'electron', why: options.why ?? 'none' }));
  console.log(say('shell.yourData', { folder: options.profileDir }));
  keeper.show();
}
