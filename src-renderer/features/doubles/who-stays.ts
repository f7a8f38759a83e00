// Who of some that are one person stays, where nobody chose: on the card and in the list alike.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';

/** Who says most, of those the eldest. */
export const whoStays = (docs: readonly RecordDoc[]): RecordDoc =>
  docs.toSorted((a, b) => valuesIn(b) - valuesIn(a) || a.createdAt - b.createdAt)[0] as RecordDoc;

const valuesIn = ({ fields, sets }: RecordDoc): number =>
  Object.keys(fields).length +
  Object.values(sets).reduce((count, items) => count + items.length, 0);
