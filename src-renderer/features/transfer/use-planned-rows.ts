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

export function usePlannedRows(
  file: string | undefined,
  preview: ImportPreview,
  only: RowsWanted | undefined,
) {
  const { host } = useHost();
  const [pages, setPages] = useState(new Map<number, PlannedRow[]>());
  const [failure, setFailure] = useState<Failure>();
  const asked = useRef(new Set<number>());
  const range = useRef({ first: 0, last: 30 });
  const ask = useCallback(
    (first: number, last: number) => {
      if (file === undefined) return;
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        const input = {
          file,
          from: page * pageSize,
          count: pageSize,
          ...(only === undefined ? {} : { only }),
        };
        void host.request('import.rows', input).then((answer) => {
          if (answer.ok) return setPages((old) => new Map(old).set(page, answer.value.rows));
          // May be asked for once more.
          asked.current.delete(page);
          setFailure(answer.error);
        });
      }
    },
    [host, file, only],
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
  };
}
