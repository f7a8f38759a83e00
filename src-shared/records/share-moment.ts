// Gives one moment that was meant for this laptop alone to the team: under the id by which a
// teammate's copy of it is known, so that both are one. There is no undo.

import { isKeptPrivate } from '../domain/moment.ts';
import type { RecordId } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import type { Done } from './command.ts';
import { contentOf, makeRecord } from './content.ts';
import type { CommandContext } from './context.ts';
import { linksOf, privateReader } from './privacy.ts';

export function shareMoment(tx: RecordTx, id: string, context: CommandContext): Result<Done> {
  const doc = tx.get('moments', [id]).get(id);
  const shared = doc?.fields['shared'];
  if (doc === undefined || !isKeptPrivate(doc) || typeof shared !== 'string')
    return fail('not-found');
  const { has } = privateReader(tx);
  const namesPrivate = linksOf(doc, context).some((link) =>
    link.target.to.some((collection) => has(collection, link.id)),
  );
  if (namesPrivate) return fail('names-private');
  const there = tx.get('moments', [shared]).get(shared);
  if (there?.status === 'erased') return fail('record-erased');
  if (there === undefined) {
    const { fields, sets, note } = contentOf(doc);
    const { keep: _keep, shared: _shared, ...rest } = fields;
    const made = { id: shared as RecordId, kind: doc.kind, fields: rest, sets, note };
    tx.put('moments', [makeRecord(made, { ...context, stamp: doc.origin })]);
  }
  tx.purge('moments', [id]);
  return ok({ action: '', label: 'share-moment', ids: [shared], count: 1, left: 0 });
}
