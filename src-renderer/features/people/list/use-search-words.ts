// What is searched for among the people of a view, and in which order the hits stand: in that
// of the list, or the best first. Both stand in the address.

import type { View } from '../../../../src-shared/query/view.ts';
import { useRouteQuery } from '../../../ui/router.ts';

export type SearchOrder = 'best' | 'list';

export type SearchWords = {
  text: string;
  isSearching: boolean;
  order: SearchOrder;
  setText: (text: string) => void;
  setOrder: (order: SearchOrder) => void;
};

export function useSearchWords({ sorts }: View): SearchWords {
  const query = useRouteQuery();
  const text = query.get('s') ?? '';
  const asked = query.get('order');
  // A list that was sorted on purpose stays sorted.
  const usual = sorts.length > 0 ? 'list' : 'best';
  return {
    text,
    isSearching: text.trim() !== '',
    order: asked === 'best' || asked === 'list' ? asked : usual,
    setText: (next) => query.set({ s: next === '' ? undefined : next }),
    setOrder: (order) => query.set({ order }),
  };
}
