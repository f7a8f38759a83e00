// Reads the rows of a plan page by page, only what is in view; a page that fails can be
// asked for again.

import { useCallback, useEffect, useRef, useState } from 'react';

import type { Failure } from '../../../src-shared/domain/result.ts';
import type {
  ImportPreview,
  PlannedRow,
  RowsWanted,
} from '../../../src-shared/transfer/import-types.ts';
import { useHost } from '../../data/host-context.tsx';

const pageSize = 100;
type Page = readonly PlannedRow[];

export function usePlannedRows(
  file: string | undefined,
  preview: ImportPreview,
  only: RowsWanted | undefined,
) {
  const { host } = useHost();
  const [pages, setPages] = useState(new Map<number, Page>());
  const [failure, setFailure] = useState<Failure>();
  /** Those that were asked for since something was decided. */
  const asked = useRef(new Map<number, Promise<Page | undefined>>());
  const range = useRef({ first: 0, last: 30 });
  const read = useCallback(
    (page: number): Promise<Page | undefined> => {
      if (file === undefined) return Promise.resolve(undefined);
      const known = asked.current.get(page);
      if (known !== undefined) return known;
      const input = {
        file,
        from: page * pageSize,
        count: pageSize,
        ...(only === undefined ? {} : { only }),
      };
      const reading = host.request('import.rows', input).then((answer) => {
        if (answer.ok) {
          setPages((old) => new Map(old).set(page, answer.value.rows));
          return answer.value.rows;
        }
        // May be asked for once more.
        asked.current.delete(page);
        setFailure(answer.error);
        return undefined;
      });
      asked.current.set(page, reading);
      return reading;
    },
    [host, file, only],
  );
  const ask = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++)
        void read(page);
    },
    [read],
  );
  useEffect(() => {
    asked.current.clear();
    setFailure(undefined);
    ask(range.current.first, range.current.last);
  }, [ask, preview]);
  const onRange = useCallback(
    (first: number, last: number) => {
      range.current = { first, last };
      ask(first, last);
    },
    [ask],
  );
  const again = () => {
    setFailure(undefined);
    ask(range.current.first, range.current.last);
  };
  return {
    failure,
    again,
    onRange,
    row: (index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    /** Also of a page that is out of view. */
    load: async (index: number) => (await read(Math.floor(index / pageSize)))?.[index % pageSize],
  };
}
