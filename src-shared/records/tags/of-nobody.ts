// What is said of tags that only those had who are erased goes with them: the word may be
// about nobody else.

import type { RecordDoc } from '../../domain/record.ts';
import { aboutTagKey, colorOf, tagIndexKey, tagOf } from '../../domain/tag.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { aboutTags, taggedCollections } from './tagged.ts';

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
  const tagged = gone.filter((doc) => tagOf(doc) === undefined);
  const theirs = new Set(
    tagged.flatMap(({ sets }) => (sets['tags'] ?? []).map(({ value }) => value)),
  );
  const ids = tx.byKeys('setup', [aboutTagKey]).get(aboutTagKey) ?? [];
  const plain = [...tx.get('setup', ids).values()].filter((doc) => colorOf(doc) === undefined);
  const all = [...aboutTags(tx, theirs, context.hash).values()].flat();
  const found = new Map([...all, ...plain].map((doc) => [doc.id, doc]));
  const about = [...found.values()].flatMap((doc) => {
    const name = tagOf(doc);
    const isKept = name === undefined || (!isOwn && doc.scope === 'team');
    return isKept ? [] : [{ doc, key: tagIndexKey(name) }];
  });
  const keys = about.map(({ key }) => key);
  const had = new Set(
    taggedCollections(kindsOf(context)).flatMap((collection) => [
      ...tx.byKeys(collection, keys).keys(),
    ]),
  );
  return about.flatMap(({ doc, key }) => (had.has(key) ? [] : [doc]));
}
