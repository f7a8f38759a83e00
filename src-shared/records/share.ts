// Gives people that were private to this laptop to the team, together with what makes
// no sense without them or is needed to read them. What names somebody else who stays
// private stays with them. There is no undo: what teammates have got cannot be called back.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { Done } from './command.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { linkingCollections, namedBy } from './linking.ts';
import { linksOf, privateReader } from './privacy.ts';
import { withScope } from './scope.ts';

export function sharePeople(
  tx: RecordTx,
  people: readonly string[],
  context: CommandContext,
): Result<Done> {
  const shared = share(tx, 'people', people, context);
  const groups = [...shared, ...pointing(tx, people, context)].flatMap((doc) =>
    alongOf(doc, context),
  );
  share(tx, 'groups', groups, context);
  // Groups are there now: what names nobody else who is private may follow.
  shareNaming(tx, [...people, ...groups], context);
  const ids = shared.map(({ id }) => id as string);
  return ok({ action: '', label: 'share', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}

/** Shares what of these is private; answers with all that are there. */
function share(
  tx: RecordTx,
  collection: CollectionName,
  ids: readonly string[],
  context: CommandContext,
): RecordDoc[] {
  const found = [...tx.get(collection, [...new Set(ids)]).values()];
  const own = found.filter(({ scope, status }) => scope === 'private' && status !== 'erased');
  if (own.length > 0)
    tx.put(
      collection,
      own.map((doc) => withScope(doc, 'team', context)),
    );
  return found;
}

/**
 * What names these and, but for them, nobody private: a moment with two stays until both
 * are shared. A group that is given along is no reason to wait.
 */
function pointing(tx: RecordTx, ids: readonly string[], context: CommandContext): RecordDoc[] {
  const given = new Set(ids);
  const { has } = privateReader(tx);
  return naming(tx, ids, context).filter((doc) =>
    linksOf(doc, context).every(
      ({ id, target: { to, along } }) =>
        given.has(id) ||
        !to.some(
          (collection) => !(along === true && collection === 'groups') && has(collection, id),
        ),
    ),
  );
}

const alongOf = (doc: RecordDoc, context: CommandContext): string[] =>
  (kindsOf(context).get(doc.kind)?.links(doc) ?? [])
    .filter(({ target }) => target.along === true)
    .map(({ id }) => id);

function shareNaming(tx: RecordTx, ids: readonly string[], context: CommandContext): void {
  const { has } = privateReader(tx);
  const ready = naming(tx, ids, context).filter(
    (doc) =>
      doc.scope === 'private' &&
      linksOf(doc, context).every(({ id, target }) => !target.to.some((to) => has(to, id))),
  );
  for (const doc of ready) tx.put(collectionOf(doc, context), [withScope(doc, 'team', context)]);
}

/** Records that are private only for whom they name. */
const naming = (tx: RecordTx, ids: readonly string[], context: CommandContext): RecordDoc[] =>
  linkingCollections(context)
    .flatMap((collection) => namedBy(tx, collection, ids, context))
    .filter((doc) => kindsOf(context).get(doc.kind)?.privacy === 'as-linked');

const collectionOf = (doc: RecordDoc, context: CommandContext): CollectionName =>
  kindsOf(context).get(doc.kind)?.collection ?? 'work';
