// Whether the palette is open, and which of its lines Enter takes.

import { createSpotlight } from '@mantine/spotlight';
import { type KeyboardEvent, useEffect, useRef } from 'react';

export const [finderStore, finder] = createSpotlight();

/**
 * The first line is the one that Enter takes, also when better ones have come before it, until
 * somebody goes to another by the arrow keys. `names`: of the lines; empty where none is taken.
 */
export function useFirstTaken(names: string, asked: string): (event: KeyboardEvent) => void {
  const movedIn = useRef<string>(undefined);
  useEffect(() => {
    if (names === '' || movedIn.current === asked) return;
    const list = document.getElementById(finderStore.getState().listId);
    list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    finderStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [names, asked]);
  return ({ key }) => {
    if (key === 'ArrowDown' || key === 'ArrowUp') movedIn.current = asked;
  };
}
