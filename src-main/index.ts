// Electron's main process, as a table of contents: options, one instance for each
// profile, hardening, the host in its own process, the window, menu and tray.

import { app } from 'electron';

import { registerPageScheme, servePage } from './app-protocol.ts';
import { hardenApp, hardenSession } from './harden.ts';
import { readLook } from './host/profile/look.ts';
import { createHostProcess } from './host-process.ts';
import { setMenu } from './menu.ts';
import { parseShellOptions } from './shell-options.ts';
import { openSingleInstance, type SingleInstance } from './single-instance.ts';
import { openTray } from './tray.ts';
import { createWindowKeeper } from './window.ts';
import { say, speak } from './say.ts';

const options = parseShellOptions(process.argv);
speak(readLook(options.profileDir).language);
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
  // Electron knows the system's languages better than Node does, once it is ready.
  const speakNow = (chosen: string): void => speak(chosen, app.getPreferredSystemLanguages());
  speakNow(readLook(options.profileDir).language);
  const host = createHostProcess(options.profileDir, (chosen) => {
    speakNow(chosen);
    setMenu(keeper);
    tray?.setWords();
  });
  const keeper = createWindowKeeper(options.profileDir, session, host);
  onSecondStart(keeper.show);
  setMenu(keeper);
  const tray = await openTray(keeper);
  keeper.hideOnClose(tray !== undefined);
  if (!(await host.start())) return;
  console.log(say('shell.started', { shell: 'electron', why: options.why ?? 'none' }));
  console.log(say('shell.yourData', { folder: options.profileDir }));
  keeper.show();
}
