// The menu with the platform's standard roles, so that the usual keys work everywhere
// (copy and paste on macOS only work through it). Electron's own names for them are
// English: ours are in the catalogue.

import { app, Menu, type MenuItemConstructorOptions as Item } from 'electron';

import type { menu } from '../src-shared/words/english/menu.ts';
import { say } from './say.ts';

type RoleOf<Id> = Id extends `menu.${infer Role extends NonNullable<Item['role']>}` ? Role : never;
type Role = RoleOf<keyof typeof menu>;

export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  const quit = isMac ? item('close') : item('quit');
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [ofMac()] : []),
      { ...item('fileMenu'), submenu: [quit] },
      { ...item('editMenu'), submenu: edit() },
      { ...item('viewMenu'), submenu: view() },
      { ...item('windowMenu'), submenu: [item('minimize'), ...(isMac ? [] : [item('close')])] },
      { ...item('help'), submenu: [item('about')] },
    ]),
  );
}

const item = (role: Role): Item => ({ role, label: say(`menu.${role}`) });
const line: Item = { type: 'separator' };

const ofMac = (): Item => ({
  label: app.name,
  submenu: [
    item('about'),
    line,
    item('services'),
    line,
    item('hide'),
    item('hideOthers'),
    item('unhide'),
    line,
    item('quit'),
  ],
});

const edit = (): Item[] => [
  item('undo'),
  item('redo'),
  line,
  item('cut'),
  item('copy'),
  item('paste'),
  item('delete'),
  line,
  item('selectAll'),
];

const view = (): Item[] => [
  item('reload'),
  ...(app.isPackaged ? [] : [item('toggleDevTools')]),
  line,
  item('resetZoom'),
  item('zoomIn'),
  item('zoomOut'),
  line,
  item('togglefullscreen'),
];
