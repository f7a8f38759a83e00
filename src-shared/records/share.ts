// Gives people that were private to this laptop to the team, together with what makes
// no sense without them or is needed to read them: roles, organisations, buckets and
// moments. There is no undo: what teammates have got cannot be called back.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { Done } from './command.ts';
import type { CommandContext } from './context.ts';
import { ownedBy } from './owned.ts';
import { withScope } from './scope.ts';

export function sharePeople(
  tx: RecordTx,
  people: readonly string[],
  context: CommandContext,
): Result<Done> {
  const share = (collection: CollectionName, ids: readonly string[]): RecordDoc[] => {
    const found = [...tx.get(collection, [...new Set(ids)]).values()];
    const own = found.filter(({ scope, status }) => scope === 'private' && status !== 'erased');
    tx.put(
      collection,
      own.map((doc) => withScope(doc, 'team', context)),
    );
    return found;
  };
  const shared = share('people', people);
  const pointing = (collection: CollectionName): string[] =>
    [...tx.byKeys(collection, people).values()].flat();
  const ties = share('ties', pointing('ties'));
  share('moments', pointing('moments'));
  const groups = [
    ...ties.flatMap(({ fields }) => [fields['from'], fields['to']]),
    ...shared.flatMap(({ sets }) => (sets['buckets'] ?? []).map(({ value }) => value)),
  ];
  const known = groups.filter((id) => typeof id === 'string');
  share('groups', known);
  for (const { collection, ids } of ownedBy(tx, [...people, ...known], context))
    share(collection, ids);
  const ids = shared.map(({ id }) => id as string);
  return ok({ action: '', label: 'share', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}
