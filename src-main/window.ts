// The one window: made hardened, hidden to the tray instead of closed where there is
// one, loaded again when its page crashes, joined to the host when it asks.

import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  MessageChannelMain,
  type Session,
  shell,
} from 'electron';

import iconPath from '../build/icons/icon.png?asset';
import { pageAddress, pageOrigin } from './app-protocol.ts';
import { offerContextMenu } from './context-menu.ts';
import { askWhereToSave } from './downloads.ts';
import { serveNotices } from './notices.ts';
import { pdfOf } from './page-pdf.ts';
import type { HostProcess } from './host-process.ts';
import { readWindowState, rememberWindowState } from './window-state.ts';

export type WindowKeeper = {
  /** Makes the window where there is none, and brings it to the front. */
  show: () => void;
  /** Shows the window and asks its page to do what was chosen in the menu. */
  act: (name: string) => void;
  /** Whether closing only hides: true while there is a tray to come back from. */
  hideOnClose(hide: boolean): void;
};

export function createWindowKeeper(
  profileDir: string,
  session: Session,
  host: HostProcess,
): WindowKeeper {
  let window: BrowserWindow | null = null;
  let hides = false;
  let quitting = false;

  const open = (): BrowserWindow => {
    const made = makeWindow(profileDir, session);
    made.on('close', (event) => {
      if (quitting || !hides) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => (window = null));
    window = made;
    return made;
  };

  askWhereToSave(session);
  app.on('before-quit', () => (quitting = true));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => show());
  ipcMain.on('host:ask', (event, ask: unknown) => {
    if (!isFromPage(event, window) || typeof ask !== 'string') return;
    const { port1, port2 } = new MessageChannelMain();
    host.attach(port1);
    event.sender.postMessage('host:port', ask, [port2]);
  });

  serveNotices({
    isFrom: (event) => isFromPage(event, window),
    isLookedAt: () => window?.isFocused() === true,
    show: () => show(),
    send: (key, at) => window?.webContents.send('notice:act', key, at),
  });

  ipcMain.handle('window:pdf', (event, paper: unknown) =>
    isFromPage(event, window) ? pdfOf(event.sender, paper) : undefined,
  );

  ipcMain.on('window:folder', (event) => {
    if (isFromPage(event, window)) void shell.openPath(profileDir);
  });

  const show = (): void => {
    const shown = window ?? open();
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  };
  const act = (name: string): void => {
    show();
    const contents = window?.webContents;
    if (contents === undefined) return;
    const send = (): void => contents.send('menu:act', name);
    if (contents.isLoadingMainFrame()) contents.once('did-finish-load', send);
    else send();
  };
  return { show, act, hideOnClose: (hide) => (hides = hide) };
}

function makeWindow(profileDir: string, session: Session): BrowserWindow {
  const { isMaximized, ...bounds } = readWindowState(profileDir);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 600,
    minHeight: 400,
    show: false,
    icon: iconPath,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      // Hidden to the tray it still carries the links to teammates.
      backgroundThrottling: false,
    },
  });
  if (isMaximized) window.maximize();
  rememberWindowState(window, profileDir);
  offerContextMenu(window.webContents);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    // Chromium is still taking the dead page apart: a load begun in here ends the app.
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(pageAddress);
    });
  });
  void window.loadURL(pageAddress);
  return window;
}

/** Only the top frame of our own window, on our own page, may ask for the host. */
function isFromPage(
  event: IpcMainEvent | IpcMainInvokeEvent,
  window: BrowserWindow | null,
): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || frame !== window.webContents.mainFrame) return false;
  return frame.origin === pageOrigin;
}
