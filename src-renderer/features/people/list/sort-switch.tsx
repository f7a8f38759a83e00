// In which order the list stands; while something is searched for, the best may come first.

import { t } from '@lingui/core/macro';
import { SegmentedControl } from '@mantine/core';

import type { View } from '../../../../src-shared/query/view.ts';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { SearchWords } from './use-search-words.ts';

const lastChanged: View['sorts'] = [{ field: 'changedAt', order: 'desc' }];

type Props = { people: ListView; search: SearchWords };

export function SortSwitch({ people: { view, setSorts }, search }: Props) {
  const { isSearching, order, setOrder } = search;
  const [first] = view.sorts;
  const sorted = first === undefined ? 'name' : first.field === 'changedAt' ? 'changed' : 'other';
  const choose = (value: string): void => {
    if (isSearching) setOrder(value === 'best' ? 'best' : 'list');
    if (value === 'changed') setSorts(lastChanged);
    if (value === 'name') setSorts([]);
  };
  return (
    <SegmentedControl
      aria-label={t`Sort by`}
      value={isSearching && order === 'best' ? 'best' : sorted}
      onChange={choose}
      data={[
        ...(isSearching ? [{ value: 'best', label: t`Best match` }] : []),
        { value: 'name', label: t`By name` },
        { value: 'changed', label: t`Last changed` },
      ]}
    />
  );
}
