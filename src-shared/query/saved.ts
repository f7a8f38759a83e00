// A view and the record it is saved as.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { view as kind } from '../domain/view.ts';
import { parseView, type View } from './view.ts';

/** What of a record makes the view, in the order in which it is told. */
const viewParts = ['of', 'conditions', 'sorts', 'groupBy', 'columns', 'layout'] as const;

/** `not-a-view` for what a newer version, or a broken one, wrote. */
export function savedView({ fields }: Pick<RecordDoc, 'fields'>): Result<View> {
  const there = viewParts.flatMap((part) => {
    const value = fields[part];
    return value === undefined || value === null ? [] : [[part, value] as const];
  });
  return parseView(Object.fromEntries(there));
}

/** The fields of its record, apart from its name. */
export function fieldsOfView(view: View): { [field: string]: JsonValue } {
  return JSON.parse(JSON.stringify(view)) as { [field: string]: JsonValue };
}

/** Whether a record is a view that people look at. */
export const isSavedView = (doc: RecordDoc): boolean =>
  doc.kind === kind.kind && doc.status === 'live';
