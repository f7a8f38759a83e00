// The menu: what Rapport does, which the page is asked for, and the platform's standard
// roles, so that the usual keys work everywhere (copy and paste on macOS only work through
// it). Electron's own names for them are English: ours are in the catalogue.

import { app, Menu, type MenuItemConstructorOptions as Item } from 'electron';

import type { menu } from '../src-shared/words/english/menu.ts';
import { say } from './say.ts';
import type { WindowKeeper } from './window.ts';

type RoleOf<Id> = Id extends `menu.${infer Role extends NonNullable<Item['role']>}` ? Role : never;
type Role = RoleOf<keyof typeof menu>;

/** What the page does (src-renderer/app/app-actions.ts), by the key that it has in no page. */
const acts = {
  'add-person': 'CommandOrControl+N',
  import: 'CommandOrControl+O',
  export: 'CommandOrControl+Shift+E',
  backup: undefined,
  lock: 'CommandOrControl+L',
  settings: 'CommandOrControl+,',
  print: 'CommandOrControl+P',
  'save-pdf': undefined,
  keys: undefined,
} as const;
type Act = keyof typeof acts;

export function setMenu({ act }: Pick<WindowKeeper, 'act'>): void {
  const isMac = process.platform === 'darwin';
  const asked = (name: Act): Item => ({
    id: name,
    label: say(`menu.${name}`),
    ...(acts[name] === undefined ? {} : { accelerator: acts[name] }),
    click: () => act(name),
  });
  const file: Item[] = [
    asked('add-person'),
    line,
    asked('import'),
    asked('export'),
    asked('backup'),
    line,
    asked('print'),
    asked('save-pdf'),
    asked('lock'),
    line,
    ...(isMac ? [item('close')] : [asked('settings'), line, item('close'), item('quit')]),
  ];
  const help = [asked('keys'), ...(isMac ? [] : [line, item('about')])];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [ofMac(asked('settings'))] : []),
      { ...item('fileMenu'), submenu: file },
      { ...item('editMenu'), submenu: edit() },
      { ...item('viewMenu'), submenu: view() },
      { ...item('windowMenu'), submenu: window(isMac) },
      { ...item('help'), submenu: help },
    ]),
  );
}

const item = (role: Role): Item => ({ role, label: say(`menu.${role}`) });
const line: Item = { type: 'separator' };

const ofMac = (settings: Item): Item => ({
  label: app.name,
  submenu: [
    item('about'),
    line,
    settings,
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

const window = (isMac: boolean): Item[] => [
  item('minimize'),
  item('zoom'),
  ...(isMac ? [line, item('front')] : []),
];
