// Organisations by what is being typed, and by exact name.

import { useEffect, useState } from 'react';

import { foldText } from '../../../../src-shared/domain/fold.ts';
import type { BookDatabase } from '../../../../src-shared/schema/collections.ts';
import { useBook, useHost } from '../../../data/host-context.tsx';
import { toMango } from '../../../data/use-records.ts';

export function useOrganisations(text: string): {
  names: string[];
  find: (name: string) => Promise<string | undefined>;
} {
  const { host } = useHost();
  const book = useBook();
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === '') return undefined;
    void host.request('search.run', { text, collections: ['groups'], limit: 8 }).then((found) => {
      if (isCurrent && found.ok) setNames([...new Set(found.value.hits.map((hit) => hit.name))]);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text]);
  return {
    names,
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
