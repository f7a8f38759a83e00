// What can be done with the values of a list. The functions stay the same while other parts
// of the record change, so that only rows that have changed are drawn again.

import { t } from '@lingui/core/macro';
import { useEffect, useLayoutEffect, useRef } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { edit, orderItems, putItem, removeItem } from '../../src-shared/records/intents/edits.ts';
import { refOf } from '../data/ref-of.ts';
import { announce } from '../data/announce.ts';
import { useHost } from '../data/host-context.tsx';
import {
  dialledPhone,
  fetchParsers,
  parseTypedItem,
  type TypedValue,
} from '../data/typed-values.ts';
import { useCommand } from '../data/use-command.tsx';
import type { Saved } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';
import { typedItems } from './typed-items.ts';

/** Each resolves to false when it was not saved. */
export type SetEdits = {
  /** Nothing of a text that is not understood is saved, unless it is to be kept `asWritten`. */
  put: (item: Partial<SetItem> & { value: string }, asWritten?: boolean) => Promise<Saved>;
  label: (item: SetItem, label: string) => Promise<boolean>;
  remove: (itemId: string) => Promise<boolean>;
  move: (from: number, to: number) => Promise<boolean>;
};

export function useSetEdits(
  doc: RecordDoc,
  set: string,
  name: string,
  items: readonly SetItem[],
): SetEdits {
  const run = useCommand();
  const { settings } = useHost();
  const country = settings?.defaultCountry ?? 'US';
  const keepFocus = useFocusKept(items);
  useParsersReady();
  const ref = refOf(doc);
  return {
    put: async (item, asWritten = false) => {
      const parsed = await parseTypedItem(set, item, country);
      const problem = parsed.find((one) => one.problem !== undefined)?.problem;
      if (problem !== undefined && !asWritten)
        return { problem: problemWords(problem, country), canKeep: true };
      const changes = typedItems(ref, set, item, parsed);
      if (changes.length === 0) return true;
      if ((await run(edit(...changes))) === undefined) return false;
      return set === 'phones' ? phoneUnderstood(parsed) : true;
    },
    label: async (item, label) =>
      (await run(edit(putItem(ref, set, { ...item, label })))) !== undefined,
    remove: async (itemId) => (await run(edit(removeItem(ref, set, itemId)))) !== undefined,
    move: async (from, to) => {
      keepFocus();
      const ids = items.map((item) => item.id);
      ids.splice(to, 0, ...ids.splice(from, 1));
      if ((await run(edit(orderItems(ref, set, ids)))) === undefined) return false;
      announce(t`${name} is now ${to + 1} of ${ids.length}`);
      return true;
    },
  };
}

/** A number is shown as it was written: what will be dialled is said once, where that differs. */
async function phoneUnderstood([first]: readonly TypedValue[]): Promise<Saved> {
  if (first?.more?.['raw'] === undefined) return true;
  const number = await dialledPhone(first.value);
  return number === undefined || number === first.more['raw']
    ? true
    : { understood: t`Dialled as ${number}` };
}

/** What is typed last must not wait for code to come when the page is left. */
function useParsersReady(): void {
  useEffect(() => void fetchParsers().catch(() => undefined), []);
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
