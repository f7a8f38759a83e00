// What can be done from anywhere.

import { msg } from '@lingui/core/macro';

import { askToAdd } from '../data/asked.ts';
import { turnHere } from '../data/latest.tsx';
import type { RunCommand } from '../data/use-command.tsx';
import type { Action } from '../ui/actions.tsx';
import { printPage } from '../ui/printing.ts';
import { go } from '../ui/router.ts';
import { isInElectron } from '../host/electron-port.ts';
import { finder } from './finder-store.ts';
import { savePageAsPdf } from './save-as-pdf.ts';

export type AppContext = {
  run: RunCommand;
  showKeys: () => void;
  lock: () => void;
  /** Of the owner's numbers and paper. */
  country: string;
  /** Asks what happened, and with whom. */
  log: () => void;
  /** Asks what is promised, and with whom. */
  promise: () => void;
};

export const appActions: readonly Action<AppContext>[] = [
  {
    id: 'app.find',
    label: msg`Find a person, a group or a page`,
    keys: ['mod+K'],
    isInFields: true,
    isInPalette: false,
    run: () => finder.open(),
  },
  {
    id: 'app.add-person',
    label: msg`Add person`,
    run: () => {
      askToAdd();
      go('/people');
    },
  },
  {
    id: 'app.log',
    label: msg`Log what happened`,
    keys: ['L'],
    // A post that is looked at, a row of Today and a round have this key for themselves.
    when: () =>
      document.querySelector(
        '[role="feed"] [data-active], [data-today] [data-active], [data-round]',
      ) === null,
    run: ({ log }) => log(),
  },
  {
    id: 'app.promise',
    label: msg`Make a promise`,
    keys: ['P'],
    // A row of Today is pinned by it, and a round goes back.
    when: () => document.querySelector('[data-today] [data-active], [data-round]') === null,
    run: ({ promise }) => promise(),
  },
  {
    id: 'app.import',
    label: msg`Import a file`,
    run: () => go('/transfer?tab=in'),
  },
  {
    id: 'app.export',
    label: msg`Export people`,
    run: () => go('/transfer?tab=out'),
  },
  {
    id: 'app.backup',
    label: msg`Make a backup`,
    run: () => {
      go('/settings');
      focusWhenThere(backupId, framesToWait);
    },
  },
  { id: 'app.lock', label: msg`Lock the book`, run: ({ lock }) => lock() },
  {
    id: 'app.print',
    label: msg`Print this page`,
    keys: ['mod+P'],
    isInFields: true,
    run: printPage,
  },
  {
    id: 'app.save-pdf',
    label: msg`Save this page as a PDF`,
    // A browser's own printing has it.
    when: isInElectron,
    run: ({ country }) => void savePageAsPdf(country),
  },
  { id: 'app.settings', label: msg`Open the settings`, run: () => go('/settings') },
  {
    id: 'app.undo',
    label: msg`Undo the last change`,
    keys: ['mod+Z'],
    run: ({ run }) => {
      if (!turnHere('undo')) void run({ type: 'undo' });
    },
  },
  {
    id: 'app.redo',
    label: msg`Redo`,
    keys: ['mod+shift+Z'],
    run: ({ run }) => {
      if (!turnHere('redo')) void run({ type: 'redo' });
    },
  },
  {
    id: 'app.history',
    label: msg`See what I did, and take it back`,
    keys: ['mod+alt+Z'],
    run: () => go('/history?whose=mine'),
  },
  {
    id: 'app.search-people',
    label: msg`Go to the search box of People`,
    keys: ['/'],
    run: () => {
      if (document.getElementById(searchId) === null) go('/people');
      focusWhenThere(searchId, framesToWait);
    },
  },
  {
    id: 'app.keys',
    label: msg`Show the keys`,
    keys: ['?', 'shift+?'],
    run: ({ showKeys }) => showKeys(),
  },
];

const searchId = 'people-search';
const backupId = 'make-backup';
export const lockId = 'book-lock';
export const framesToWait = 60;

/** The page may be on its way: looks again in each frame, `frames` times at most. */
export function focusWhenThere(id: string, frames: number): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
