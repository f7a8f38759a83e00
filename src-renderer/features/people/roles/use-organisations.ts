// Organisations by what is being typed, and by exact name.

import { ok, type Result } from '../../../../src-shared/domain/result.ts';
import { organisationCalled } from '../../../data/queries/groups.ts';
import { useReadRecords } from '../../../data/use-read-records.ts';
import { useSearch } from '../../../data/use-search.ts';

/** An id; undefined where there is none, or no name. */
type FindOrganisation = (name: string) => Promise<Result<string | undefined>>;

export function useOrganisations(text: string): { names: string[]; find: FindOrganisation } {
  const find = useFindOrganisation();
  const found = useSearch(text, 'groups', 8);
  return {
    names: [...new Set(found?.hits.map((hit) => hit.name))],
    find,
  };
}

export function useFindOrganisation(): FindOrganisation {
  const read = useReadRecords();
  return async (name) => {
    if (name.trim() === '') return ok(undefined);
    const found = await read(organisationCalled(name));
    return found.ok ? ok(found.value[0]?.id) : found;
  };
}
