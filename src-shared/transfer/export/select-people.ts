// Which people an export is about, in batches: everybody, those of a group (a bucket's
// members, an organisation's or community's people) or a selection. Only live records.

import type { RecordDoc } from '../../domain/record.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readKeepers } from '../../records/merged.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ExportRequest } from '../export-types.ts';
import { textOf } from './export-person.ts';

const batchSize = 1_000;

/** How many at most, and the batches (which can be asked for again). */
export type Selected = { count: number; batches(): AsyncIterable<RecordDoc[]> };

/** `not-found` when the group does not exist. */
export async function selectPeople(
  store: RecordStore,
  scope: ExportRequest['scope'],
): Promise<Result<Selected>> {
  switch (scope.type) {
    case 'all':
      return ok({
        count: await store.count('people', { status: 'live' }),
        batches: () => store.scan('people', { status: 'live' }),
      });
    case 'selection':
      return ok(listed(store, [...new Set(scope.ids)]));
    case 'group': {
      const members = await readMembers(store, scope.id);
      return members.ok ? ok(listed(store, members.value)) : members;
    }
  }
}

async function readMembers(store: RecordStore, group: string): Promise<Result<string[]>> {
  const found = (await store.get('groups', [group])).get(group);
  if (found?.status !== 'live') return fail('not-found');
  const inBucket = (await store.byKeys('people', [group])).get(group) ?? [];
  const tieIds = (await store.byKeys('ties', [group])).get(group) ?? [];
  const ties = [...(await store.get('ties', tieIds)).values()];
  const byTie = ties
    .filter((tie) => tie.status === 'live' && textOf(tie, 'to') === group)
    .map((tie) => textOf(tie, 'from'));
  const kept = await readKeepers([...inBucket, ...byTie], (ids) => store.get('people', ids));
  return ok([...new Set(kept.values())].sort());
}

function listed(store: RecordStore, ids: readonly string[]): Selected {
  return {
    count: ids.length,
    async *batches() {
      for (let from = 0; from < ids.length; from += batchSize) {
        const some = ids.slice(from, from + batchSize);
        const docs = await store.get('people', some);
        yield some.flatMap((id) => {
          const doc = docs.get(id);
          return doc?.status === 'live' ? [doc] : [];
        });
      }
    },
  };
}
