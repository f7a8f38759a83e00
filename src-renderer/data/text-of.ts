import type { RecordDoc } from '../../src-shared/domain/record.ts';

/** A field's text; empty where it has none. */
export function textOf(doc: RecordDoc, field: string): string {
  const value = doc.fields[field];
  return typeof value === 'string' ? value : '';
}
