// What fields of records are called.

import { useCallback } from 'react';

import { shownLabel } from '../../src-shared/fields/own.ts';
import { sayIfKnown } from '../../src-shared/words/say.ts';
import { useKinds } from '../data/known-kinds.tsx';

/** `what` as in stamps: a field's name, `set/itemId` or `note`. */
export function fieldLabel(kind: string, what: string): string {
  const name = what.split('/')[0] ?? what;
  const label = sayIfKnown(`field.${kind}.${name}`) ?? sayIfKnown(`field.record.${name}`);
  if (label !== undefined) return label;
  // A field of a newer version goes by its own name.
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Also of fields that the team defined, by what it called them. */
export function useFieldLabel(): (kind: string, what: string) => string {
  const kinds = useKinds();
  return useCallback(
    (kind, what) => {
      const own = kinds.get(kind)?.fields[what.split('/')[0] ?? what]?.own;
      return own === undefined ? fieldLabel(kind, what) : shownLabel(own);
    },
    [kinds],
  );
}
