// The rows of a file by their keys, so that a person who comes twice becomes one.

import { cardKey } from '../vcard/card-uid.ts';
import { createColumn } from '../plan/column.ts';
import { createKeyTable } from './key-table.ts';
import { type MatchKeys, namesAgree } from './match-keys.ts';

export type FileIndex = {
  find(keys: MatchKeys, id: string | undefined): number | undefined;
  add(keys: MatchKeys, id: string | undefined, row: number): void;
};

/** Names that were asked for last. */
const mostNames = 200;

/** `nameOf`: the folded name of an earlier row; it is read from the file again. */
export function createFileIndex(nameOf: (row: number) => string): FileIndex {
  const rowByKey = createKeyTable();
  const hasEmail = createColumn();
  const nameByRow = new Map<number, string>();
  const nameAt = (row: number): string => {
    const known = nameByRow.get(row);
    if (known !== undefined) return known;
    if (nameByRow.size >= mostNames) nameByRow.clear();
    const name = nameOf(row);
    nameByRow.set(row, name);
    return name;
  };
  const fitting = (key: string, name: string) => {
    const row = rowByKey.get(key);
    return row !== undefined && namesAgree(nameAt(row), name) ? row : undefined;
  };
  return {
    find(keys, id) {
      if (id !== undefined) return rowByKey.get(`record:${id}`);
      for (const key of keys.ids) {
        const row = rowByKey.get(key);
        if (row !== undefined) return row;
      }
      for (const key of [...keys.cards.map(cardKey), ...keys.emails]) {
        const row = fitting(key, keys.name);
        if (row !== undefined) return row;
      }
      if (keys.name === '') return undefined;
      for (const key of keys.phones) {
        const row = rowByKey.get(key);
        if (row === undefined) continue;
        const same = nameAt(row) === keys.name ? row : rowByKey.get(`${key}|${keys.name}`);
        if (same !== undefined) return same;
      }
      for (const company of keys.companies) {
        const row = rowByKey.get(`${company}|${keys.name}`);
        if (row !== undefined && (keys.emails.length === 0 || hasEmail.get(row) === 0)) return row;
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
        note(other !== undefined && nameAt(other) !== keys.name ? `${key}|${keys.name}` : key);
      }
      for (const company of keys.companies) note(`${company}|${keys.name}`);
    },
  };
}
