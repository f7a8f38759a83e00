// Deals a person's values out to the places a receiver has for them.

import type { SetItem } from '../../domain/record.ts';
import type { Slot } from './csv-format.ts';

export type Filled = { slots: (SetItem | undefined)[]; leftOut: number };

/** Labelled values first get the slot of their label; the rest take what is free, in order. */
export function fillSlots(items: readonly SetItem[], slots: readonly Slot[]): Filled {
  const filled: (SetItem | undefined)[] = slots.map(() => undefined);
  const waiting: SetItem[] = [];
  for (const item of items) {
    const label = labelOf(item);
    const at =
      label === ''
        ? -1
        : slots.findIndex(
            (slot, index) => filled[index] === undefined && slot.labels.includes(label),
          );
    if (at === -1) waiting.push(item);
    else filled[at] = item;
  }
  let leftOut = 0;
  for (const item of waiting) {
    const at = slots.findIndex((slot, index) => filled[index] === undefined && slot.any === true);
    if (at === -1) leftOut += 1;
    else filled[at] = item;
  }
  return { slots: filled, leftOut };
}

/** Lower case, or the network or service; what other programs call the same. */
function labelOf({ label, more }: SetItem): string {
  const text = (label ?? more?.['network'] ?? more?.['service'] ?? '').trim().toLowerCase();
  return sameLabels[text] ?? text;
}

const sameLabels: { readonly [label: string]: string } = {
  cell: 'mobile',
  iphone: 'mobile',
  business: 'work',
  office: 'work',
  private: 'home',
  personal: 'home',
  main: 'work',
  'work fax': 'fax',
  'business fax': 'fax',
  workfax: 'fax',
  'home fax': 'home-fax',
  homefax: 'home-fax',
};
