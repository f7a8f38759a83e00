// The icon beside the clock, from which a closed window comes back. Without one
// closing must quit: on Linux not every desktop has a place for it.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { app, Menu, nativeImage, Tray } from 'electron';

import iconPath from '../build/icons/icon.png?asset';
import type { WindowKeeper } from './window.ts';
import { say } from './say.ts';

const answerMs = 2_000;

/** Resolves with whether there is a tray now. */
export async function openTray({ show }: Pick<WindowKeeper, 'show'>): Promise<boolean> {
  if (process.platform === 'linux' && !(await isTrayShown())) return false;
  const tray = new Tray(nativeImage.createFromPath(iconPath).resize({ width: 24 }));
  tray.setToolTip('Rapport');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: say('shell.show'), click: show },
      { type: 'separator' },
      { label: say('shell.quit'), click: () => app.quit() },
    ]),
  );
  tray.on('click', show);
  // Electron removes an icon that nothing refers to any more.
  app.on('quit', () => tray.destroy());
  return true;
}

/** Electron does not say: a Linux desktop that shows tray icons owns this name on the session bus. */
async function isTrayShown(): Promise<boolean> {
  const question = [
    ['--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'],
    ['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'],
  ].flat();
  return promisify(execFile)('gdbus', ['call', ...question], { timeout: answerMs }).then(
    ({ stdout }) => stdout.includes('true'),
    () => false,
  );
}
