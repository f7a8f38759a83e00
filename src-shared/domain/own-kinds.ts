// Kinds together with the fields that the team defined for them.

import { typeOfOwn } from '../fields/own.ts';
import type { Kind } from './kind.ts';
import type { Kinds } from './kinds.ts';
import { type OwnField, recordKindsOf } from './own-field.ts';
import { ownKey } from './own-values.ts';

/** In the order in which the fields are given. */
export function kindsWith(kinds: Kinds, own: readonly OwnField[]): Kinds {
  const all = own.flatMap((field) => recordKindsOf(field.kind).map((kind) => ({ kind, field })));
  const byKind = Map.groupBy(all, ({ kind }) => kind);
  if (byKind.size === 0) return kinds;
  return new Map(
    [...kinds].map(([name, kind]): [string, Kind] => {
      const added = byKind.get(name);
      return [
        name,
        added === undefined
          ? kind
          : withFields(
              kind,
              added.map(({ field }) => field),
            ),
      ];
    }),
  );
}

function withFields(kind: Kind, own: readonly OwnField[]): Kind {
  const added = Object.fromEntries(own.map((field) => [ownKey(field), typeOfOwn(field)]));
  return {
    ...kind,
    fields: { ...kind.fields, ...added },
    fieldNames: [...kind.fieldNames, ...Object.keys(added)],
  };
}
