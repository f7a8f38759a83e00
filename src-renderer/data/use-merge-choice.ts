// What is chosen while some records that are one are merged value by value.

import { useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import {
  entryKey,
  type FieldRow,
  likeliest,
  mergeChosen,
  type MergeRows,
  rowsOf,
} from '../../src-shared/records/intents/merge-chosen.ts';
import type { Command } from '../../src-shared/records/command.ts';
import { useKinds } from './known-kinds.tsx';

export type MergeChoices = {
  rows: MergeRows;
  kept: RecordDoc;
  stay: (doc: RecordDoc) => void;
  picked: (row: FieldRow) => string;
  pick: (field: string, doc: RecordDoc) => void;
  /** `key`: of an entry; of a note whose it is. */
  isDropped: (what: string, key: string) => boolean;
  toggle: (what: string, key: string) => void;
  /** A whole row from one of them. */
  takeAll: (row: string, doc: RecordDoc) => void;
  command: () => Command;
};

/** `docs`: at least two. */
export function useMergeChoice(docs: readonly RecordDoc[], first: string): MergeChoices {
  const kind = useKinds().get(docs[0]?.kind ?? '');
  const rows = rowsOf(docs, kind);
  const [keep, setKeep] = useState(first);
  const [fields, setFields] = useState<ReadonlyMap<string, string>>(new Map());
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const kept = docs.find(({ id }) => id === keep) ?? (docs[0] as RecordDoc);
  const pick = (field: string, { id }: RecordDoc): void =>
    setFields(new Map([...fields, [field, id]]));
  return {
    rows,
    kept,
    stay: ({ id }) => setKeep(id),
    // Whoever was picked may be gone meanwhile.
    picked: (row) =>
      row.having.find(({ id }) => id === fields.get(row.what))?.id ?? likeliest(row).id,
    pick,
    isDropped: (what, key) => dropped.has(entryKey(what, key)),
    toggle: (what, key) => {
      const one = entryKey(what, key);
      const others = [...dropped].filter((other) => other !== one);
      setDropped(new Set(dropped.has(one) ? others : [...others, one]));
    },
    takeAll: (row, doc) => {
      if (row === 'stays') setKeep(doc.id);
      const field = rows.fields.find(({ what }) => what === row);
      if (field?.having.includes(doc) === true) pick(row, doc);
      const only = onlyElsewhere(rows, row, doc);
      const others = [...dropped].filter((key) => !key.startsWith(entryKey(row, '')));
      if (only !== undefined) setDropped(new Set([...others, ...only]));
    },
    command: () => mergeChosen(docs, kept.id, rows, { fields, dropped }),
  };
}

/** What is let go where only this one's entries are to stay; undefined where it is no such row. */
function onlyElsewhere(rows: MergeRows, row: string, doc: RecordDoc): string[] | undefined {
  if (row === 'note')
    return rows.notes.filter((one) => one !== doc).map(({ id }) => entryKey('note', id));
  const entries = rows.sets.find(({ what }) => what === row)?.entries;
  return entries
    ?.filter(({ of }) => of.every((one) => one.doc !== doc))
    .map(({ key }) => entryKey(row, key));
}
