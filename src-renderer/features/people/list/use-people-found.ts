// Whom a search finds within a view: the host says who, in which order and where the words
// stand; the documents come through RxDB.

import { t } from '@lingui/core/macro';
import { useEffect, useMemo, useState } from 'react';

import type { PeopleFound } from '../../../../src-shared/bridge/host-types.ts';
import { asked, useViewTick } from '../../../data/asking-views.ts';
import type { ListOf } from '../../../data/use-around.ts';
import { useHost } from '../../../data/host-context.tsx';
import { recordsWithIds } from '../../../data/queries/any-record.ts';
import { useRecords } from '../../../data/use-records.ts';
import { openInList } from '../../../ui/list-walk.ts';
import { foundWhere } from '../../../kinds/found-where.ts';
import { useFieldLabel } from '../../../ui/field-words.ts';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { SearchOrder } from './use-search-words.ts';

const most = 300;

/** Undefined until all is here. */
export function usePeopleFound(text: string, { view }: ListView, order: SearchOrder) {
  const found = useAnswer(text, view, order);
  const ids = useMemo(() => (found?.people ?? []).map(({ id }) => id), [found]);
  const docs = useRecords(recordsWithIds('people', ids));
  const label = useFieldLabel();
  return useMemo(() => {
    if (found === undefined || docs === undefined) return undefined;
    const byId = new Map(docs.map((doc) => [doc.id as string, doc]));
    return {
      key: found.key,
      text: found.text,
      more: found.more,
      like: found.like ?? [],
      whereById: new Map(found.people.map(({ id, by }) => [id, foundWhere(by, label, id)])),
      rows: ids.flatMap((id) => byId.get(id) ?? []).filter((doc) => doc.status === 'live'),
    };
  }, [found, docs, ids, label]);
}

/** Opens the first whom the search finds; asked anew, because whoever types fast is ahead of the list. */
export function useOpenFirst(text: string, { view }: ListView, order: SearchOrder) {
  const { host } = useHost();
  return async (): Promise<void> => {
    const question = { ...asked(view), text, byView: order === 'list', limit: 1 };
    const answer = await host.request('search.people', question);
    const [first] = answer.ok ? answer.value.people : [];
    if (first === undefined) return;
    const list = listFound(text, { view }, order);
    const of = keyOf(text, view, order);
    openInList(first.id, 0, { list, of, pages: '/people', name: t`People` });
  };
}

const keyOf = (text: string, view: ListView['view'], order: SearchOrder): string =>
  JSON.stringify([text, view, order]);

/** Those found, as a list that somebody is opened from. */
export const listFound = (
  text: string,
  { view }: Pick<ListView, 'view'>,
  order: SearchOrder,
): ListOf => ({ by: 'search', view, text, byView: order === 'list' });

/** `key`: what was asked; `text`: its words. */
type Answer = PeopleFound & { key: string; text: string };

/** The answer before stays until the next one is here; one that comes too late is dropped. */
function useAnswer(text: string, view: ListView['view'], order: SearchOrder): Answer | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [found, setFound] = useState<Answer>();
  const key = keyOf(text, view, order);
  useEffect(() => {
    let isCurrent = true;
    const [words, of, by] = JSON.parse(key) as [string, ListView['view'], SearchOrder];
    const question = { ...asked(of), text: words, byView: by === 'list', limit: most };
    void host.request('search.people', question).then((answer) => {
      if (isCurrent && answer.ok) setFound({ ...answer.value, key, text: words });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, tick]);
  return found;
}
