// Keys that work everywhere outside of text fields.

import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';

import { go } from '../ui/router.ts';
import { useCommand } from '../data/use-command.tsx';

export const shortcuts: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl/⌘ K', does: 'Find a person, a group or a page' },
  { keys: 'Ctrl/⌘ Z', does: 'Undo the last change' },
  { keys: 'Ctrl/⌘ Shift Z', does: 'Redo' },
  { keys: '/', does: 'Go to the search box of People' },
  { keys: 'n', does: 'Add a person (on People)' },
  { keys: '↑ ↓ Enter Space', does: 'Move in a list, open, select' },
  { keys: 'Shift ↑ ↓', does: 'Select a stretch of a list' },
  { keys: 'Ctrl/⌘ A, Esc', does: 'Select everybody in a list, nobody' },
  { keys: 'j k', does: 'Next and previous post (Listening)' },
  { keys: 's o l u', does: 'Keep, open, log, mark unread the post (Listening)' },
  { keys: '?', does: 'Show these keys' },
];

export function useShortcuts(showHelp: () => void): void {
  const run = useCommand();
  useHotkeys([
    ['mod+Z', () => void run({ type: 'undo' })],
    ['mod+shift+Z', () => void run({ type: 'redo' })],
    ['mod+K', () => spotlight.open()],
    ['?', showHelp],
    ['shift+?', showHelp],
    [
      '/',
      () => {
        if (document.getElementById(searchId) === null) go('/people');
        focusWhenThere(searchId, 60);
      },
    ],
  ]);
}

const searchId = 'people-search';

/** The page may be on its way: looks again in each frame, `frames` times at most. */
function focusWhenThere(id: string, frames: number): void {
  const element = document.getElementById(id);
  if (element !== null) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(id, frames - 1));
}
