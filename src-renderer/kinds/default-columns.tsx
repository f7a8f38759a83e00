// The columns of a list of any kind, read from its declaration: its name, what is short
// and tells one from another, when it changed.

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { AnyField, FieldTypeName } from '../../src-shared/fields/field.ts';
import { FieldText } from '../fields/field-text.tsx';
import { fieldLabel } from '../ui/field-words.ts';
import type { GridColumn } from '../ui/virtual-grid.tsx';
import { changedColumn, nameColumn } from './columns.tsx';

const telling: ReadonlySet<FieldTypeName> = new Set([
  'day',
  'time',
  'choice',
  'choices',
  'yes-no',
  'number',
  'money',
  'rating',
]);
const mostColumns = 5;

/** The fields of a kind that tell its records from one another, in the declaration's order. */
export function tellingFields(kind: string): string[] {
  const fields = Object.entries<AnyField>(kinds.get(kind)?.fields ?? {});
  return fields
    .filter(
      ([, { type, hidden, place }]) =>
        telling.has(type) && hidden !== true && place !== 'elsewhere',
    )
    .map(([field]) => field)
    .slice(0, mostColumns);
}

export const columnsOf = (kind: string): GridColumn<RecordDoc>[] => [
  nameColumn(),
  ...tellingFields(kind).map((field): GridColumn<RecordDoc> => ({
    name: fieldLabel(kind, field),
    width: 'minmax(90px, 1fr)',
    cell: (doc) => <FieldText doc={doc} field={field} />,
  })),
  changedColumn(),
];
