// A field's value as it reads: nothing where there is none.

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { shownValue } from '../../src-shared/fields/field.ts';
import { useReader } from '../data/use-reader.ts';

export function FieldText({ doc, field }: { doc: RecordDoc; field: string }) {
  const readerOf = useReader();
  const type = kinds.get(doc.kind)?.fields[field];
  const value = doc.fields[field];
  if (type === undefined || value === undefined) return null;
  return shownValue(type, value, readerOf(doc.kind, field));
}
