// Everybody in a view, read once, for what is done with them now.

import { useEffect, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useHost } from './host-context.tsx';
import { recordsWithIds } from './queries/any-record.ts';
import { useReadRecords } from './use-read-records.ts';
import { readViewIds } from './use-view.ts';

const atOnce = 500;

/** In the view's order; undefined while they are read. */
export function useEverybody(view: View): RecordDoc[] | undefined {
  const { host } = useHost();
  const read = useReadRecords();
  const key = JSON.stringify(view);
  const [state, setState] = useState<{ key: string; people: RecordDoc[] }>();
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const asked = JSON.parse(key) as View;
      const ids = (await readViewIds(host, asked)) ?? [];
      const people: RecordDoc[] = [];
      for (let from = 0; from < ids.length && isCurrent; from += atOnce) {
        const some = ids.slice(from, from + atOnce);
        const query = recordsWithIds(asked.of, some);
        const found = query === undefined ? undefined : await read(query);
        if (found?.ok !== true) continue;
        const byId = new Map(found.value.map((doc) => [doc.id as string, doc]));
        people.push(...some.flatMap((id) => byId.get(id) ?? []));
      }
      if (isCurrent) setState({ key, people });
    })();
    return () => {
      isCurrent = false;
    };
  }, [host, read, key]);
  return state?.key === key ? state.people : undefined;
}
