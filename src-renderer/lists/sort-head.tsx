// The head of a column: a click sorts by it, another the other way round, a third as usual.
// With Shift it is added to what the list is sorted by already.

import { t } from '@lingui/core/macro';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { View } from '../../src-shared/query/view.ts';
import type { ListView } from './use-list-view.ts';

type Head = { head?: ReactNode; sorted?: 'ascending' | 'descending' | undefined };

export function sortHead(list: ListView, field: string, name: string, canSort: boolean): Head {
  if (!canSort) return {};
  const { sorts } = list.view;
  const usual = sorts.length === 0 && field === 'name';
  const order = usual ? 'asc' : sorts.find((sort) => sort.field === field)?.order;
  const Arrow = order === 'desc' ? IconArrowDown : IconArrowUp;
  return {
    sorted: order === undefined ? undefined : order === 'asc' ? 'ascending' : 'descending',
    head: (
      <button
        type="button"
        className="sort-head"
        title={t`Sort by ${name}`}
        onClick={(event) => list.setSorts(nextSorts(sorts, field, event.shiftKey))}
      >
        <span className="cell">{name}</span>
        {order !== undefined && <Arrow size={14} aria-hidden />}
      </button>
    ),
  };
}

/** Up, down, not at all. By name is the usual order, which needs no saying. */
export function nextSorts(sorts: View['sorts'], field: string, isAdded: boolean): View['sorts'] {
  const at = sorts.findIndex((sort) => sort.field === field);
  const isUsual = sorts.length === 0 && field === 'name';
  const order = isUsual ? 'asc' : sorts[at]?.order;
  const next = order === undefined ? 'asc' : order === 'asc' ? 'desc' : undefined;
  const others = isAdded ? sorts.filter((sort) => sort.field !== field) : [];
  if (next === undefined) return others;
  const one = { field, order: next } as const;
  const all = isAdded && at !== -1 ? sorts.with(at, one) : [...others, one];
  return all.length === 1 && field === 'name' && next === 'asc' ? [] : all;
}
