// What the history is kept with.

import type { CollectionName } from '../../../../src-shared/domain/record.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';

export type HistorySource = {
  writer: Connection;
  tableOf: (collection: CollectionName) => CollectionTable;
  now: () => number;
};
