// Organisations by what is being typed, and by exact name.

import { foldText } from '../../../../src-shared/domain/fold.ts';
import type { BookDatabase } from '../../../../src-shared/schema/collections.ts';
import { useBook } from '../../../data/host-context.tsx';
import { toMango } from '../../../data/use-records.ts';
import { useSearch } from '../../../data/use-search.ts';

export function useOrganisations(text: string): {
  names: string[];
  find: (name: string) => Promise<string | undefined>;
} {
  const book = useBook();
  const found = useSearch(text, 'groups', 8);
  return {
    names: [...new Set(found?.hits.map((hit) => hit.name))],
    find: (name) => findOrganisation(book, name),
  };
}

export async function findOrganisation(
  book: BookDatabase,
  name: string,
): Promise<string | undefined> {
  if (name.trim() === '') return undefined;
  const selector = { keys: `name:${foldText(name)}`, kind: 'organisation', status: 'live' };
  return (await book.groups.findOne(toMango({ selector })).exec())?.id;
}
