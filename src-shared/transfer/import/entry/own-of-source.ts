// The team's own fields as one file fills them.

import { plainReader } from '../../../fields/field.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import { currencyOfCountry } from '../../../values/currency.ts';
import type { PlannedRow } from '../../import-types.ts';
import { ownTarget } from '../csv/targets.ts';
import type { ImportSource } from '../source.ts';
import { type OwnFromDetails, ownFromDetails } from './own-from-details.ts';

/** Those that there are, and those that columns are to become. */
export function ownFieldsOf(
  source: Pick<ImportSource, 'columns' | 'reader'>,
  store: RecordStore,
  newId: (() => string) | undefined,
): Promise<OwnFromDetails> {
  const wanted = (source.columns ?? []).flatMap(({ target, own }) => {
    const named = ownTarget(target);
    const currency = own?.currency ?? currencyOfCountry(source.reader?.country);
    return named === undefined ? [] : [{ ...named, currency }];
  });
  return ownFromDetails(store, source.reader ?? plainReader, wanted, newId);
}

type Page = { rows: PlannedRow[]; total: number };

export const withOwnNames = (own: OwnFromDetails, { rows, total }: Page): Page => ({
  rows: rows.map((row) => ({ ...row, changes: row.changes.map(own.named) })),
  total,
});
