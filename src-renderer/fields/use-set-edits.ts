// What can be done with the values of a list. The functions stay the same while other parts
// of the record change, so that only rows that have changed are drawn again.

import { useLayoutEffect, useRef } from 'react';

import type { SetItem } from '../../src-shared/domain/record.ts';
import { useCommand } from '../data/use-command.tsx';
import { useHost } from '../data/host-context.tsx';
import { readPhone } from '../data/read-name.ts';
import { announce } from '../data/announce.ts';

/** Each resolves to false when it was not saved. */
export type SetEdits = {
  put: (item: Partial<SetItem> & { value: string }) => Promise<boolean>;
  remove: (itemId: string) => Promise<boolean>;
  move: (from: number, to: number) => Promise<boolean>;
};

export function useSetEdits(
  id: string,
  collection: 'people' | 'groups',
  set: string,
  name: string,
  items: readonly SetItem[],
): SetEdits {
  const run = useCommand();
  const { settings } = useHost();
  const country = settings?.defaultCountry ?? 'US';
  const keepFocus = useFocusKept(items);
  const ref = { collection, id };
  return {
    put: async (item) => {
      const phone = set === 'phones' ? await readPhone(item.value, country) : undefined;
      const typed = phone === undefined ? item : { ...item, value: phone.value, more: phone.more };
      const change = { type: 'set-put' as const, ref, set, item: typed };
      return (await run({ type: 'edit', changes: [change] })) !== undefined;
    },
    remove: async (itemId) => {
      const change = { type: 'set-remove' as const, ref, set, itemId };
      return (await run({ type: 'edit', changes: [change] })) !== undefined;
    },
    move: async (from, to) => {
      keepFocus();
      const ids = items.map((item) => item.id);
      ids.splice(to, 0, ...ids.splice(from, 1));
      const change = { type: 'set-order' as const, ref, set, ids };
      if ((await run({ type: 'edit', changes: [change] })) === undefined) return false;
      announce(`${name} is now ${to + 1} of ${ids.length}`);
      return true;
    },
  };
}

/** A row that changes places loses the focus: the button that was pressed gets it back. */
function useFocusKept(items: readonly SetItem[]): () => void {
  const pressed = useRef<HTMLElement>(undefined);
  const order = items.map(({ id }) => id).join(' ');
  useLayoutEffect(() => {
    if (document.activeElement === document.body) pressed.current?.focus();
    pressed.current = undefined;
  }, [order]);
  return () => {
    const { activeElement } = document;
    pressed.current = activeElement instanceof HTMLElement ? activeElement : undefined;
  };
}
