// Tags that there are, for a field in which one is typed: those that most have first, whatever
// their capitals and accents.

import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { useMemo } from 'react';

import { foldText } from '../../src-shared/domain/fold.ts';
import { useTags } from '../data/use-tags.ts';
import { TagWord } from '../ui/tag-word.tsx';

const most = 20;

/** Nothing is asked while it is not wanted. */
export function useTagSuggestions(isWanted = true) {
  const tags = useTags(isWanted);
  const data = useMemo(
    () =>
      (tags ?? [])
        .filter(({ name }) => name !== '')
        .toSorted((a, b) => b.count - a.count)
        .map(({ name }) => name),
    [tags],
  );
  return { data, limit: most, filter: folded, renderOption: tagOption };
}

const folded: OptionsFilter = ({ options, search, limit }) => {
  const wanted = foldText(search.trim());
  const found: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (found.length >= limit) break;
    if ('label' in option && foldText(option.label).includes(wanted)) found.push(option);
  }
  return found;
};

const tagOption = ({ option: { value } }: { option: { value: string } }) => <TagWord tag={value} />;
