// Notices of the desktop's, as the page asks for them: taken away when the page says so, and what
// is clicked in them goes back to it.

import { app, type IpcMainEvent, ipcMain, Notification } from 'electron';

const longestNotice = 300;
const mostActions = 4;

type Page = {
  isFrom: (event: IpcMainEvent) => boolean;
  /** Somebody looks at it: what is to be said is said there. */
  isLookedAt: () => boolean;
  show: () => void;
  /** `at`: the place of the button; undefined: the notice itself. */
  send: (key: string, at: number | undefined) => void;
};

export function serveNotices({ isFrom, isLookedAt, show, send }: Page): void {
  const open = new Map<string, Notification>();
  ipcMain.on('window:notify', (event, text: unknown, key: unknown, actions: unknown) => {
    if (!isFrom(event) || typeof text !== 'string' || typeof key !== 'string') return;
    if (isLookedAt() || !Notification.isSupported()) return;
    const notice = new Notification({
      title: app.name,
      body: text.slice(0, longestNotice),
      actions: actionsIn(actions),
    });
    open.get(key)?.close();
    if (key !== '') open.set(key, notice);
    notice.on('close', () => {
      if (open.get(key) === notice) open.delete(key);
    });
    notice.on('click', () => {
      show();
      if (key !== '') send(key, undefined);
    });
    notice.on('action', ({ actionIndex }) => send(key, actionIndex));
    notice.show();
  });
  ipcMain.on('window:hush', (event, key: unknown) => {
    if (isFrom(event) && typeof key === 'string') open.get(key)?.close();
  });
}

const actionsIn = (actions: unknown): Electron.NotificationAction[] =>
  (Array.isArray(actions) ? actions : [])
    .filter((text) => typeof text === 'string')
    .slice(0, mostActions)
    .map((text) => ({ type: 'button', text: text.slice(0, longestNotice) }));
