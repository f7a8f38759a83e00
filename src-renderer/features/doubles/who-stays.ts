// Who of some that are one person stays, where nobody chose: on the card and in the list alike.

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';

/** To whom most leads (moments, roles, ties), then who says most, of those the eldest. */
export const whoStays = (
  docs: readonly RecordDoc[],
  linked: DoublesCluster['linked'],
): RecordDoc => {
  const leads = ({ id }: RecordDoc): number => linked?.[id] ?? 0;
  return docs.toSorted(
    (a, b) => leads(b) - leads(a) || valuesIn(b) - valuesIn(a) || a.createdAt - b.createdAt,
  )[0] as RecordDoc;
};

const valuesIn = ({ fields, sets }: RecordDoc): number =>
  Object.keys(fields).length +
  Object.values(sets).reduce((count, items) => count + items.length, 0);
