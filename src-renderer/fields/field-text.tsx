// A field's value as it reads: nothing where there is none.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { shownValue } from '../../src-shared/fields/field.ts';
import { ownValue } from '../../src-shared/fields/own.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { useReader } from '../data/use-reader.ts';

export function FieldText({ doc, field }: { doc: RecordDoc; field: string }) {
  const readerOf = useReader();
  const type = useKinds().get(doc.kind)?.fields[field];
  if (type === undefined) return null;
  const value = ownValue(type, field, doc);
  if (value === undefined) return null;
  return shownValue(type, value, readerOf(doc.kind, field));
}
