// A list of labelled values (e-mails, phones, addresses ...), the main one first; a new
// one is added at the end.

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';

import type { RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useHost } from '../../data/host-context.tsx';
import { readPhone } from '../../data/read-name.ts';
import { announce } from '../../ui/announce.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { SetRow } from './set-row.tsx';

type Props = {
  doc: RecordDoc;
  set: string;
  name: string;
  labels: readonly string[];
  type?: 'email' | 'tel' | 'url';
  collection?: 'people' | 'groups';
  /** Shown only when there is something in it. */
  isQuiet?: boolean;
};

export function SetEditor({
  doc,
  set,
  name,
  labels,
  type,
  collection = 'people',
  isQuiet = false,
}: Props) {
  const run = useCommand();
  const { settings } = useHost();
  const [isAdding, setAdding] = useState(false);
  const items = doc.sets[set] ?? [];
  const keepFocus = useFocusKept(items);
  const ref = { collection, id: doc.id };
  const put = async (item: Partial<SetItem> & { value: string }): Promise<boolean> => {
    const phone =
      set === 'phones' ? await readPhone(item.value, settings?.defaultCountry ?? 'US') : undefined;
    const typed = phone === undefined ? item : { ...item, value: phone.value, more: phone.more };
    const done = await run({ type: 'edit', changes: [{ type: 'set-put', ref, set, item: typed }] });
    return done !== undefined;
  };
  const remove = async (itemId: string): Promise<boolean> =>
    (await run({ type: 'edit', changes: [{ type: 'set-remove', ref, set, itemId }] })) !==
    undefined;
  const move = async (from: number, to: number): Promise<boolean> => {
    keepFocus();
    const ids = items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    const done = await run({ type: 'edit', changes: [{ type: 'set-order', ref, set, ids }] });
    if (done === undefined) return false;
    announce(`${name} is now ${to + 1} of ${ids.length}`);
    return true;
  };
  if (isQuiet && items.length === 0) return null;
  return (
    <div style={{ marginBottom: 10 }}>
      {items.map((item, at) => (
        <SetRow
          key={item.id}
          doc={doc}
          set={set}
          name={name}
          labels={labels}
          {...(type === undefined ? {} : { type })}
          item={item}
          at={at}
          count={items.length}
          onPut={put}
          onRemove={() => remove(item.id)}
          onMove={(to) => move(at, to)}
        />
      ))}
      {isAdding ? (
        <TextEdit
          label={`New ${name.toLowerCase()}`}
          value=""
          autoFocus
          {...(type === undefined ? {} : { type })}
          onSave={async (value) => {
            const isSaved =
              value === '' ||
              (await put({ value, ...(labels[0] === undefined ? {} : { label: labels[0] }) }));
            if (isSaved) setAdding(false);
            return isSaved;
          }}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          Add {name.toLowerCase()}
        </Button>
      )}
    </div>
  );
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
