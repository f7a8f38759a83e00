// One conflict and what can be decided about it: keep what is shown, use the other value,
// or write a third one instead of both.

import { t } from '@lingui/core/macro';
import { useState } from 'react';

import type { Conflict, JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import {
  type AnyField,
  type FieldTypeName,
  type Reader,
  writtenValue,
} from '../../src-shared/fields/field.ts';
import { useKinds } from './known-kinds.tsx';
import { refOf } from './ref-of.ts';
import { showRemark, useCommand } from './use-command.tsx';
import { useReader } from './use-reader.ts';

export type ConflictDecision = {
  shown: JsonValue;
  /** What is being written instead of both; undefined while nothing is. */
  third: string | undefined;
  /** Whether a third value can be typed. */
  canWrite: boolean;
  setThird: (text: string | undefined) => void;
  write: () => void;
  keep: () => void;
  takeOther: () => void;
  saveThird: () => void;
};

export function useConflict(doc: RecordDoc, conflict: Conflict): ConflictDecision {
  const run = useCommand();
  const [third, setThird] = useState<string>();
  const shown = shownValue(doc, conflict.field);
  const kind = useKinds().get(doc.kind);
  const type = kind?.fields[conflict.field];
  const set = kind?.sets[conflict.field.split('/')[0] ?? ''];
  const written = type?.type ?? set?.type ?? (conflict.field === 'note' ? 'text' : undefined);
  const canWrite = written !== undefined && !notTyped.has(written);
  const reader = useReader()(doc.kind, conflict.field);
  const resolve = (choice: 'keep' | 'other', instead?: JsonValue): void =>
    void run({
      type: 'resolve-conflict',
      ref: refOf(doc),
      conflict: conflict.id,
      choice,
      ...(instead === undefined ? {} : { instead }),
    });
  return {
    shown,
    third,
    canWrite,
    setThird,
    write: () => {
      if (canWrite) setThird(shown === null ? '' : textOfValue(shown, type, reader));
    },
    keep: () => resolve('keep'),
    takeOther: () => resolve('other'),
    saveThird: () => {
      if (third === undefined) return;
      const typed = type === undefined ? withText(doc, conflict, third) : type.typed(third, reader);
      if (typed === undefined)
        showRemark(t`“${third}” cannot stand here: please write it otherwise.`);
      else resolve('keep', typed);
    },
  };
}

/** Chosen, or taken by the program. */
const notTyped: ReadonlySet<FieldTypeName> = new Set<FieldTypeName>([
  'link',
  'links',
  'time',
  'file',
  'log',
  'data',
]);

function textOfValue(value: JsonValue, type: AnyField | undefined, reader: Reader): string {
  if (type !== undefined) return writtenValue(type, value, reader);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shownValue(doc: RecordDoc, what: string): JsonValue {
  const slash = what.indexOf('/');
  if (slash === -1) return what === 'note' ? doc.note : (doc.fields[what] ?? null);
  const item = doc.sets[what.slice(0, slash)]?.find(({ id }) => id === what.slice(slash + 1));
  return item?.value ?? null;
}

/** An entry of a set keeps its label and place when its text is written again. */
function withText(doc: RecordDoc, { field, lost }: Conflict, text: string): JsonValue {
  const slash = field.indexOf('/');
  if (slash === -1) return text;
  if (typeof lost === 'object' && lost !== null && !Array.isArray(lost))
    return { ...lost, value: text };
  const items = doc.sets[field.slice(0, slash)] ?? [];
  const order = items.findIndex(({ id }) => id === field.slice(slash + 1));
  const { id: _id, ...item } = items[order] ?? { id: '', value: '' };
  return { ...item, value: text, order: Math.max(0, order) };
}
