// The rows of a file by their keys, so that a person who comes twice becomes one.

import { cardKey } from '../vcard/card-uid.ts';
import { createKeyTable } from './key-table.ts';
import { type MatchKeys, namesAgree } from './match-keys.ts';

export type FileIndex = {
  find(keys: MatchKeys, id: string | undefined): number | undefined;
  add(keys: MatchKeys, id: string | undefined, row: number): void;
};

export function createFileIndex(): FileIndex {
  const rowByKey = createKeyTable();
  const nameByRow: (string | undefined)[] = [];
  const hasEmail: (boolean | undefined)[] = [];
  const fitting = (key: string, name: string) => {
    const row = rowByKey.get(key);
    return row !== undefined && namesAgree(nameByRow[row] ?? '', name) ? row : undefined;
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
        const same = nameByRow[row] === keys.name ? row : rowByKey.get(`${key}|${keys.name}`);
        if (same !== undefined) return same;
      }
      for (const company of keys.companies) {
        const row = rowByKey.get(`${company}|${keys.name}`);
        if (row !== undefined && (keys.emails.length === 0 || hasEmail[row] !== true)) return row;
      }
      return undefined;
    },
    add(keys, id, row) {
      const note = (key: string) => {
        if (rowByKey.get(key) === undefined) rowByKey.set(key, row);
      };
      nameByRow[row] ??= keys.name;
      if (keys.emails.length > 0) hasEmail[row] = true;
      if (id !== undefined) note(`record:${id}`);
      for (const key of [...keys.ids, ...keys.cards.map(cardKey)]) note(key);
      for (const key of keys.emails) note(key);
      if (keys.name === '') return;
      for (const key of keys.phones) {
        const other = rowByKey.get(key);
        note(other !== undefined && nameByRow[other] !== keys.name ? `${key}|${keys.name}` : key);
      }
      for (const company of keys.companies) note(`${company}|${keys.name}`);
    },
  };
}
