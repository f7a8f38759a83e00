// What fields of records are called.

import { sayIfKnown } from '../../src-shared/words/say.ts';

/** `what` as in stamps: a field's name, `set/itemId` or `note`. */
export function fieldLabel(kind: string, what: string): string {
  const name = what.split('/')[0] ?? what;
  const label = sayIfKnown(`field.${kind}.${name}`) ?? sayIfKnown(`field.record.${name}`);
  if (label !== undefined) return label;
  // A field of a newer version goes by its own name.
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
