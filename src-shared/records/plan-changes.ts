// Changes as people make them, as writes.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { fromBase64 } from './base64.ts';
import type { Change } from './command.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { itemsOf, type StoredItem, storedItem } from './state.ts';
import type { MapReader, StateReader } from './state-reader.ts';
import type { Plan, Write } from './writes.ts';

/** Turns changes as people make them into writes. */
export function planChanges(changes: readonly Change[], context: CommandContext): Plan {
  return (state, doc) => changes.flatMap((change) => writesOf(change, state, doc, context));
}

function writesOf(
  change: Change,
  state: StateReader,
  doc: RecordDoc,
  context: CommandContext,
): Write[] {
  const kind = kindsOf(context).get(doc.kind);
  const keys = kind?.setKeys ?? {};
  switch (change.type) {
    case 'field':
      return [
        { what: change.field, value: change.value === '' ? null : (change.value as JsonValue) },
      ];
    case 'note':
      return [{ what: 'note', value: change.text }];
    case 'note-update':
      return [{ what: 'note', update: fromBase64(change.update) }];
    case 'set-put': {
      const { id, ...item } = change.item;
      const map = itemsOf(state, change.set);
      const same = [...map.entries()].find(
        ([, other]) => keys[change.set]?.(other) === keys[change.set]?.(item),
      );
      if (kind?.sets[change.set]?.merge === 'add-wins')
        return putAgain(map, change.set, cleanItem(item), keys[change.set], context);
      const known = id ?? (keys[change.set] === undefined ? undefined : same?.[0]);
      const order = (known === undefined ? undefined : map.get(known)?.order) ?? nextOrder(map);
      return [
        {
          what: `${change.set}/${known ?? context.newId()}`,
          value: storedItem(cleanItem(item), order) as unknown as JsonValue,
        },
      ];
    }
    case 'set-order': {
      const map = itemsOf(state, change.set);
      return change.ids.flatMap((id, order) => {
        const item = map.get(id);
        if (item === undefined || item.order === order) return [];
        const value = { ...item, order } as unknown as JsonValue;
        return [{ what: `${change.set}/${id}`, value }];
      });
    }
    case 'set-remove': {
      const map = itemsOf(state, change.set);
      const gone = map.get(change.itemId);
      if (gone === undefined) return [];
      const keyOf = keys[change.set];
      const all = [...map.entries()].filter(
        ([itemId, item]) =>
          itemId === change.itemId || (keyOf !== undefined && keyOf(item) === keyOf(gone)),
      );
      return all.map(([itemId]) => ({ what: `${change.set}/${itemId}`, value: null }));
    }
  }
}

/**
 * The entry once more, under an id of its own, in place of those that are the same: who takes it
 * out elsewhere has not seen this one.
 */
function putAgain(
  map: MapReader<StoredItem>,
  set: string,
  item: ReturnType<typeof cleanItem>,
  keyOf: ((item: LooseItem) => string) | undefined,
  context: CommandContext,
): Write[] {
  const same = [...map.entries()].filter(([, other]) => keyOf?.(other) === keyOf?.(item));
  const order = same[0]?.[1].order ?? nextOrder(map);
  return [
    ...same.map(([id]): Write => ({ what: `${set}/${id}`, value: null })),
    { what: `${set}/${context.newId()}`, value: storedItem(item, order) as unknown as JsonValue },
  ];
}

type LooseItem = {
  value: string;
  label?: string | undefined;
  more?: { [key: string]: string } | undefined;
};

const cleanItem = ({ value, label, more }: LooseItem) => ({
  value,
  ...(label === undefined || label === '' ? {} : { label }),
  ...(more === undefined ? {} : { more }),
});

function nextOrder(map: MapReader<StoredItem>): number {
  return [...map.values()].reduce((top, item) => Math.max(top, item.order + 1), 0);
}
