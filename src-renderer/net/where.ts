// Tells teammates which record's page is open here and which field is being edited: only of
// records that they have, too. Of every other page they hear nothing, not even which it is.

import type { Awareness } from 'y-protocols/awareness';

import type { RecordDoc } from '../../src-shared/domain/record.ts';

export type Where = {
  /** A page shows this record now. Returns a function that leaves it. */
  show: (doc: Pick<RecordDoc, 'scope' | 'status'>, path: string) => () => void;
  /** Empty while there is nothing to tell. */
  path: () => string;
  onChange: (listener: () => void) => () => void;
};

export function createWhere(): Where {
  const listeners = new Set<() => void>();
  let shown: { path: string } | undefined;
  const set = (next: { path: string } | undefined): void => {
    shown = next;
    for (const listener of listeners) listener();
  };
  return {
    show: ({ scope, status }, path) => {
      const own = { path: scope === 'team' && status !== 'erased' ? path : '' };
      set(own);
      // The page that came instead has said so already.
      return () => shown === own && set(undefined);
    },
    path: () => shown?.path ?? '',
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `editedField`: the label of what has the cursor. `look` is called when that has changed. */
export function tellWhere(
  awareness: Awareness,
  where: Where,
  editedField: () => string,
): { look: () => void; stop: () => void } {
  const look = (): void => {
    const path = where.path();
    awareness.setLocalStateField('path', path);
    awareness.setLocalStateField('editing', path === '' ? '' : editedField());
  };
  look();
  return { look, stop: where.onChange(look) };
}
