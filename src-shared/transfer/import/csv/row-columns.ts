// Where each column of a file goes, compiled once into lists of column positions, so that
// a row costs no look-ups by header.

import type { Target, Word } from './targets.ts';

export type Part = { part: string; index: number };
export type Slot = { set: string; label: string; value: number; labelAt: number; parts: Part[] };
export type RowColumns = {
  fields: { field: string; index: number }[];
  json: { field: string; index: number }[];
  slots: Slot[];
  orgs: Part[][];
  birth: Part[];
  organisation: { field: string; index: number }[];
  words: { type: Word; index: number }[];
};

export function compileTargets(targets: readonly Target[]): RowColumns {
  const columns: RowColumns = {
    fields: [],
    json: [],
    slots: [],
    orgs: [],
    birth: [],
    organisation: [],
    words: [],
  };
  const slotByKey = new Map<string, Slot>();
  const orgBySlot = new Map<string, Part[]>();
  targets.forEach((target, index) => {
    if (target.type === 'field') columns.fields.push({ field: target.field, index });
    else if (target.type === 'json') columns.json.push({ field: target.field, index });
    else if (target.type === 'org')
      orgBySlot.set(target.slot, [
        ...(orgBySlot.get(target.slot) ?? []),
        { part: target.part, index },
      ]);
    else if (target.type === 'organisation')
      columns.organisation.push({ field: target.field, index });
    else if (target.type === 'birth') columns.birth.push({ part: target.part, index });
    else if (target.type === 'item') placeItem(slotByKey, columns, target, index);
    else if (target.type !== 'ignore') columns.words.push({ type: target.type, index });
  });
  columns.orgs = [...orgBySlot.values()];
  return columns;
}

/** A second column for the same value becomes a slot of its own; repeated street lines are joined. */
function placeItem(
  slotByKey: Map<string, Slot>,
  columns: RowColumns,
  target: Extract<Target, { type: 'item' }>,
  index: number,
): void {
  const key = `${target.set}/${target.slot}`;
  let slot = slotByKey.get(key);
  const isTaken = target.part === 'value' && slot !== undefined && slot.value >= 0;
  if (slot === undefined || isTaken) {
    slot = { set: target.set, label: target.label, value: -1, labelAt: -1, parts: [] };
    slotByKey.set(key, slot);
    columns.slots.push(slot);
  }
  if (target.part === 'value') slot.value = index;
  else if (target.part === 'label') slot.labelAt = index;
  else
    slot.parts.push({
      part: target.part.startsWith('more ') ? target.part.slice(5) : target.part,
      index,
    });
}
