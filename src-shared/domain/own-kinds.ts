// Kinds together with the fields that the team defined for them.

import { typeOfOwn } from '../fields/own.ts';
import type { Kind } from './kind.ts';
import type { Kinds } from './kinds.ts';
import { type OwnField, recordKindsOf } from './own-field.ts';
import { ownKey } from './own-values.ts';

/** In the order in which the fields are given. */
export function kindsWith(kinds: Kinds, own: readonly OwnField[]): Kinds {
  const byId = new Map(own.map((field) => [field.id, field]));
  const all = own.flatMap((field) =>
    recordKindsOf(field.kind).map((kind) => ({ kind, field, follower: followerOf(field, byId) })),
  );
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
              added.map(({ field, follower }) => [field, follower]),
            ),
      ];
    }),
  );
}

/** Where joins made one after another lead to; undefined where that is put away, too, or not here. */
function followerOf(field: OwnField, byId: ReadonlyMap<string, OwnField>): OwnField | undefined {
  const seen = new Set<string>();
  let at: OwnField | undefined = field;
  while (at?.joinedInto !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.joinedInto);
  }
  return at === field || at?.isRetired === true || at?.kind !== field.kind ? undefined : at;
}

function withFields(kind: Kind, own: readonly (readonly [OwnField, OwnField | undefined])[]): Kind {
  const added = Object.fromEntries(
    own.map(([field, follower]) => [
      ownKey(field),
      typeOfOwn(field, follower === undefined ? undefined : ownKey(follower)),
    ]),
  );
  return {
    ...kind,
    fields: { ...kind.fields, ...added },
    fieldNames: [...kind.fieldNames, ...Object.keys(added)],
  };
}
