// What is said of tags that only those had who are erased goes with them: the word may be
// about nobody else.

import type { RecordDoc } from '../../domain/record.ts';
import { aboutTagKey, colorOf, tagIndexKey, tagOf } from '../../domain/tag.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { taggedCollections } from './tagged.ts';

/**
 * Asked once they are tombstones; `gone`: as they were. Whoever else has a tag may not have come
 * here yet, so of other tags only words without a colour go, and what a teammate has erased
 * (`isOwn` false) takes nothing that is the team's.
 */
export function tagsOfNobody(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  context: CommandContext,
  gone: readonly RecordDoc[],
  isOwn: boolean,
): RecordDoc[] {
  const ids = tx.byKeys('setup', [aboutTagKey]).get(aboutTagKey) ?? [];
  if (ids.length === 0) return [];
  const tagged = gone.filter((doc) => tagOf(doc) === undefined);
  const theirs = new Set(tagged.flatMap(({ keys }) => keys.filter((key) => key.startsWith('tag:'))));
  const about = [...tx.get('setup', ids).values()].flatMap((doc) => {
    const name = tagOf(doc);
    if (name === undefined || (!isOwn && doc.scope === 'team')) return [];
    const key = tagIndexKey(name);
    return theirs.has(key) || colorOf(doc) === undefined ? [{ doc, key }] : [];
  });
  const keys = about.map(({ key }) => key);
  const had = new Set(
    taggedCollections(kindsOf(context)).flatMap((collection) => [
      ...tx.byKeys(collection, keys).keys(),
    ]),
  );
  return about.flatMap(({ doc, key }) => (had.has(key) ? [] : [doc]));
}
