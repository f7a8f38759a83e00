// Reads records once, where something is about to be done with them; what is shown is
// read live (`use-records.ts`).

import { useCallback } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { isClosing } from './closing-books.ts';
import { useBook } from './host-context.tsx';
import { plainDoc } from './plain-doc.ts';
import { type Query, toMango } from './queries/query.ts';

/** `store-closed` while the book is being replaced. */
export function useReadRecords(): (query: Query) => Promise<Result<RecordDoc[]>> {
  const book = useBook();
  return useCallback(
    async (query) => {
      if (isClosing(book)) return fail('store-closed');
      const docs = await book[query.from].find(toMango(query)).exec();
      return ok(docs.map(plainDoc));
    },
    [book],
  );
}
