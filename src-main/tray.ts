// The icon beside the clock, from which a closed window comes back. Without one
// closing must quit: on Linux not every desktop has a place for it.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { app, Menu, nativeImage, Tray } from 'electron';

import iconPath from '../build/icons/icon.png?asset';
import type { WindowKeeper } from './window.ts';
import { say } from './say.ts';

const answerMs = 2_000;

/** `setWords`: in the language that is spoken now. */
type OpenTray = { setWords: () => void };

/** Resolves with undefined where there is no place for it. */
export async function openTray({
  show,
}: Pick<WindowKeeper, 'show'>): Promise<OpenTray | undefined> {
  if (process.platform === 'linux' && !(await isTrayShown())) return undefined;
  const tray = new Tray(nativeImage.createFromPath(iconPath).resize({ width: 24 }));
  tray.setToolTip('Rapport');
  const setWords = (): void =>
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: say('shell.show'), click: show },
        { type: 'separator' },
        { label: say('shell.quit'), click: () => app.quit() },
      ]),
    );
  setWords();
  tray.on('click', show);
  // Electron removes an icon that nothing refers to any more.
  app.on('quit', () => tray.destroy());
  return { setWords };
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
