// The organisations that leave with people: all of them with everybody, the one whose people
// they are with those; none with a selection of people, whose roles name them.

import type { RecordDoc } from '../../domain/record.ts';
import type { RecordStore } from '../../store/record-store.ts';
import { type KeepsBack, ownDetails } from './own-details.ts';
import type { ExportRequest } from '../export-types.ts';

export type OrganisationDoc = Pick<RecordDoc, 'id' | 'scope' | 'name' | 'fields' | 'sets' | 'note'>;

/** How a format writes them, where it can hold any. */
export type OrganisationWriter = {
  /** Must see all of them before the header is asked for. */
  measure(doc: OrganisationDoc): void;
  text(doc: OrganisationDoc): string;
};

export async function* organisationsOf(
  store: RecordStore,
  { scope, ...request }: ExportRequest,
): AsyncGenerator<(RecordDoc & KeepsBack)[]> {
  if (scope.type === 'selection') return;
  const batches =
    scope.type === 'all'
      ? store.scan('groups', { status: 'live' })
      : [[...(await store.get('groups', [scope.id])).values()]];
  const withOwn = await ownDetails(store, request);
  for await (const docs of batches) {
    const found = docs.filter((doc) => doc.kind === 'organisation' && doc.status === 'live');
    if (found.length > 0) yield [...(await withOwn(found))];
  }
}
