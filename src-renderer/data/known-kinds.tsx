// What kinds of record there are, with the fields that the team defined, as they are now.

import { createContext, type ReactNode, useContext, useMemo } from 'react';

import { kinds, type Kinds } from '../../src-shared/domain/kinds.ts';
import { type OwnField, ownFieldsFor, readOwnField } from '../../src-shared/domain/own-field.ts';
import { ownKey } from '../../src-shared/domain/own-values.ts';
import { kindsWith } from '../../src-shared/domain/own-kinds.ts';
import { ownFieldRecords } from './queries/setup.ts';
import { useRecords } from './use-records.ts';

/** `key`: under which records keep its values. */
export type KnownField = OwnField & { key: string };

type Known = { kinds: Kinds; own: readonly KnownField[] };

const Context = createContext<Known>({ kinds, own: [] });

/** Around what is shown of an open book. */
export function WithOwnFields({ children }: { children: ReactNode }) {
  const records = useRecords(ownFieldRecords);
  const known = useMemo(() => {
    const own = (records ?? []).flatMap((doc) => readOwnField(doc) ?? []);
    return {
      kinds: kindsWith(kinds, own),
      own: own.map((field) => ({ ...field, key: ownKey(field) })),
    };
  }, [records]);
  return <Context value={known}>{children}</Context>;
}

export const useKinds = (): Kinds => useContext(Context).kinds;

/** Those of one kind of record (`moment`: of all that happened) by name, put away or not. */
export const useOwnFields = (kind: string): KnownField[] =>
  useContext(Context).own.filter((field) => field.kind === ownFieldsFor(kind));

export const useHasPrivateFields = (): boolean =>
  useContext(Context).own.some(({ isPrivate }) => isPrivate);
