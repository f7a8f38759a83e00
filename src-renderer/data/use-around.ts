// Who stands around a row of a list, as the list is now: for the next and the previous on a
// record's page. Only a stretch of it is read, however long it is.

import { useEffect, useMemo, useState } from 'react';

import type { GroupCount, GroupKey } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import type { HostConnection } from '../host/connection.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { peopleOfBucket } from './queries/people.ts';
import { type Query, stretchOf } from './queries/query.ts';
import { membersOf } from './queries/ties.ts';
import { readViewIds } from './use-view.ts';
import { useCount, useRecords, useRecordsById } from './use-records.ts';

/** A list that records are opened from, as data. */
export type ListOf =
  | { by: 'view'; view: View; inGroups?: GroupKey[] }
  | { by: 'search'; view: View; text: string; byView: boolean }
  | { by: 'bucket' | 'members'; of: string }
  | { by: 'ids'; of: 'people' | 'groups'; ids: readonly string[] };

/** `ids` stand there from the row `first` on. */
export type Around = { first: number; ids: readonly string[]; count: number };

const reach = 25;
/** As many as a search shows. */
const mostFound = 300;

/** Undefined while it is on the way, and without a list. */
export function useAround(list: ListOf | undefined, at: number): Around | undefined {
  const first = Math.max(0, at - reach);
  const told = useTold(list, first);
  const read = useRead(list, first);
  const named = useNamedOnes(list);
  return told ?? read ?? named;
}

/** What the host knows of: views and what is found in them. */
function useTold(list: ListOf | undefined, first: number): Around | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const isTold = list?.by === 'view' || list?.by === 'search';
  const key = isTold ? JSON.stringify({ list, first }) : '';
  const [state, setState] = useState<{ key: string; around: Around }>();
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    const question = JSON.parse(key) as { list: ListOf; first: number };
    void askAround(host, question.list, question.first).then((around) => {
      if (isCurrent && around !== undefined) setState({ key, around });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, tick]);
  return key !== '' && state?.key === key ? state.around : undefined;
}

async function askAround(
  host: HostConnection,
  list: ListOf,
  first: number,
): Promise<Around | undefined> {
  if (list.by === 'search') {
    const { view, text, byView } = list;
    const question = { ...asked(view), text, byView, limit: mostFound };
    const answer = await host.request('search.people', question);
    if (!answer.ok) return undefined;
    const ids = answer.value.people.map(({ id }) => id);
    return { first: 0, ids, count: ids.length };
  }
  if (list.by !== 'view') return undefined;
  const { view, inGroups } = list;
  const page = { offset: first, limit: 2 * reach + 1 };
  const [ids, count] = await Promise.all([
    readViewIds(host, view, { ...page, ...(inGroups === undefined ? {} : { inGroups }) }),
    inGroups === undefined ? countAll(host, view) : countIn(host, view, inGroups),
  ]);
  return ids === undefined || count === undefined ? undefined : { first, ids, count };
}

async function countAll(host: HostConnection, view: View): Promise<number | undefined> {
  const answer = await host.request('view.count', asked(view));
  return answer.ok ? answer.value.count : undefined;
}

async function countIn(
  host: HostConnection,
  view: View,
  keys: readonly GroupKey[],
): Promise<number | undefined> {
  const answer = await host.request('view.groups', asked(view));
  if (!answer.ok) return undefined;
  let inside: GroupCount | undefined = { key: null, count: 0, inside: answer.value.groups };
  for (const key of keys) inside = inside?.inside?.find((one) => one.key === key);
  return inside?.count ?? 0;
}

/** What is read live. */
function useRead(list: ListOf | undefined, first: number): Around | undefined {
  const query = list === undefined ? undefined : queryOf(list);
  const docs = useRecords(
    query === undefined ? undefined : stretchOf(query, { skip: first, limit: 2 * reach + 1 }),
  );
  const count = useCount(query);
  return useMemo(() => {
    if (query === undefined || docs === undefined || count === undefined) return undefined;
    const isOfTies = query.from === 'ties';
    const ids = docs.map(({ id, fields }) => (isOfTies ? String(fields['from'] as string) : id));
    return { first, ids, count };
  }, [query, docs, count, first]);
}

function queryOf(list: ListOf): Query | undefined {
  if (list.by === 'bucket') return peopleOfBucket(list.of);
  if (list.by === 'members') return membersOf(list.of);
  return undefined;
}

/** Whoever of them is still there. */
function useNamedOnes(list: ListOf | undefined): Around | undefined {
  const ids = list?.by === 'ids' ? list.ids : none;
  const docs = useRecordsById(list?.by === 'ids' ? list.of : 'people', ids);
  if (list?.by !== 'ids' || docs.size === 0) return undefined;
  const live = ids.filter((id) => docs.get(id)?.status === 'live');
  return { first: 0, ids: live, count: live.length };
}

const none: readonly string[] = [];
