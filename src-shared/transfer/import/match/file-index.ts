// The rows of a file by their keys, so that a person who comes twice becomes one.

import type { RowReason } from '../../import-types.ts';
import { cardKey } from '../vcard/card-uid.ts';
import { createColumn } from '../plan/column.ts';
import { createKeyTable } from './key-table.ts';
import { type MatchKeys, namesAgree, speaksAgainst } from './match-keys.ts';

/** A row of the same person or organisation further up, and how that is known. */
export type Earlier = { row: number; because: RowReason };
export type FileIndex = {
  find(keys: MatchKeys, id: string | undefined): Earlier | undefined;
  add(keys: MatchKeys, id: string | undefined, row: number): void;
};

/** Of a number that people of several names have, as a switchboard's. */
const sharedKey = (phone: string): string => `${phone}|`;

/** Rows that were asked for last. */
const mostKept = 200;

/** `keysOf`: of an earlier row; it is read from the file again. */
export function createFileIndex(keysOf: (row: number) => MatchKeys | undefined): FileIndex {
  const rowByKey = createKeyTable();
  const hasEmail = createColumn();
  const keysByRow = new Map<number, MatchKeys | undefined>();
  const keysAt = (row: number): MatchKeys | undefined => {
    if (!keysByRow.has(row)) {
      if (keysByRow.size >= mostKept) keysByRow.clear();
      keysByRow.set(row, keysOf(row));
    }
    return keysByRow.get(row);
  };
  const nameAt = (row: number): string => keysAt(row)?.name ?? '';
  const plainAt = (row: number): string => keysAt(row)?.plain ?? '';
  const isAnother = (row: number, keys: MatchKeys, isNumberShared: boolean): boolean => {
    const earlier = keysAt(row);
    return earlier !== undefined && speaksAgainst(earlier, keys, isNumberShared);
  };
  const fitting = (key: string, name: string) => {
    const row = rowByKey.get(key);
    return row !== undefined && namesAgree(nameAt(row), name) ? row : undefined;
  };
  return {
    find(keys, id) {
      const as = (row: number | undefined, because: RowReason): Earlier | undefined =>
        row === undefined ? undefined : { row, because };
      if (id !== undefined) return as(rowByKey.get(`record:${id}`), 'same-id');
      for (const key of keys.ids) {
        const row = rowByKey.get(key);
        if (row !== undefined) return as(row, 'same-id');
      }
      for (const key of [...keys.cards.map(cardKey), ...keys.emails]) {
        const row = fitting(key, keys.name);
        if (row !== undefined)
          return as(row, keys.emails.includes(key) ? 'same-email' : 'same-card');
      }
      if (keys.name === '') return undefined;
      for (const key of keys.phones) {
        const row = rowByKey.get(key);
        if (row === undefined) continue;
        const same = plainAt(row) === keys.plain ? row : rowByKey.get(`${key}|${keys.plain}`);
        const isShared = rowByKey.get(sharedKey(key)) !== undefined;
        if (same !== undefined && !isAnother(same, keys, isShared))
          return as(same, 'same-phone-and-name');
      }
      for (const company of keys.companies) {
        const row = rowByKey.get(`${company}|${keys.plain}`);
        if (row === undefined || isAnother(row, keys, false)) continue;
        if (keys.emails.length === 0 || hasEmail.get(row) === 0)
          return as(row, 'same-name-and-company');
      }
      return undefined;
    },
    add(keys, id, row) {
      const note = (key: string) => {
        if (rowByKey.get(key) === undefined) rowByKey.set(key, row);
      };
      if (keys.emails.length > 0) hasEmail.set(row, 1);
      if (id !== undefined) note(`record:${id}`);
      for (const key of [...keys.ids, ...keys.cards.map(cardKey)]) note(key);
      for (const key of keys.emails) note(key);
      if (keys.name === '') return;
      for (const key of keys.phones) {
        const other = rowByKey.get(key);
        const isShared = other !== undefined && plainAt(other) !== keys.plain;
        note(isShared ? `${key}|${keys.plain}` : key);
        if (isShared) note(sharedKey(key));
      }
      for (const company of keys.companies) note(`${company}|${keys.plain}`);
    },
  };
}
