// The one gate of privacy, at the one writer. What names or absorbs something that is
// private to this laptop is private, too: made so when it is made, and a shared record
// cannot come to name or absorb it afterwards. Which links count is said by the kind.

import { isKeptHere } from '../domain/kept-here.ts';
import type { RecordLink } from '../domain/links.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { privateKey } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { mergeableOf, mergedIntoOf } from '../domain/merging.ts';
import { withScope } from './scope.ts';

export type PrivacyGate = {
  /** New records, private where they name something private, in whatever order they come. */
  made: (docs: readonly RecordDoc[]) => readonly RecordDoc[];
  /**
   * Fails with `names-private` where an edit would make a shared record name something
   * private, with `merge-private` where one of two that become one is private.
   */
  edited: (before: RecordDoc, after: RecordDoc) => Result<null>;
};

/** Beyond so many questions all that is private is read at once. */
const fewQuestions = 100;

export function openGate(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  context: CommandContext,
): PrivacyGate {
  const isPrivate = privateReader(tx);
  return {
    made: (docs) => {
      const isOwn = ({ scope }: RecordDoc): boolean => scope === 'private';
      isPrivate.note(docs.filter(isOwn).map(({ id }) => id));
      let made = docs;
      // What has become private may be named by what came before it.
      for (let isSettled = false; !isSettled;) {
        isSettled = true;
        made = made.map((doc) => {
          if (isOwn(doc) || !namesAny(linksOf(doc, context), isPrivate.has)) return doc;
          isSettled = false;
          isPrivate.note([doc.id]);
          return withScope(doc, 'private', context);
        });
      }
      return made;
    },
    edited: (before, after) => {
      const keeper = mergedIntoOf(after);
      if (keeper !== undefined && keeper !== mergedIntoOf(before) && !mayMerge(tx, after, keeper))
        return fail('merge-private');
      if (after.scope === 'private') return ok(null);
      const had = new Set(linksOf(before, context).map(({ id }) => id));
      const added = linksOf(after, context).filter(({ id }) => !had.has(id));
      return namesAny(added, isPrivate.has) ? fail('names-private') : ok(null);
    },
  };
}

/**
 * What is private would travel with a shared keeper, and who is shared would be lost to
 * the team behind a private one.
 */
export function mayMerge(
  tx: Pick<RecordTx, 'get'>,
  doc: Pick<RecordDoc, 'kind' | 'scope'>,
  keeper: string,
): boolean {
  const kept = tx.get(mergeableOf(doc), [keeper]).get(keeper);
  return kept === undefined || kept.scope === doc.scope;
}

/** What a record names whose privacy it has to keep. */
export function linksOf(doc: RecordDoc, context: CommandContext): RecordLink[] {
  const kind = kindsOf(context).get(doc.kind);
  if (kind === undefined) return [];
  // What a shared record holds for this laptop alone may name whom it likes: it is sent to nobody.
  const named = kind.links(doc).filter(({ what }) => !isKeptHere(what));
  const links = [...named, ...(kind.mentions?.(doc) ?? [])];
  const keeper = mergedIntoOf(doc);
  if (keeper !== undefined)
    links.push({ what: 'mergedInto', id: keeper, target: { to: [mergeableOf(doc)] } });
  return links;
}

/** Whether a record is private here. */
export type Has = (collection: CollectionName, id: string) => boolean;

const namesAny = (links: readonly RecordLink[], has: Has): boolean =>
  links.some(({ id, target }) => target.to.some((collection) => has(collection, id)));

/** Answers whether a record is private here, with few questions to the store. */
export function privateReader(tx: Pick<RecordTx, 'get' | 'byKeys'>): {
  has: Has;
  note: (ids: readonly string[]) => void;
} {
  const known = new Map<string, boolean>();
  const all = new Map<CollectionName, ReadonlySet<string>>();
  const made = new Set<string>();
  return {
    note: (ids) => {
      for (const id of ids) made.add(id);
    },
    has: (collection, id) => {
      if (made.has(id)) return true;
      const place = `${collection}/${id}`;
      const answer = all.get(collection)?.has(id) ?? known.get(place);
      if (answer !== undefined) return answer;
      if (known.size >= fewQuestions) {
        const ids = new Set(tx.byKeys(collection, [privateKey]).get(privateKey));
        all.set(collection, ids);
        return ids.has(id);
      }
      const found = tx.get(collection, [id]).get(id)?.scope === 'private';
      known.set(place, found);
      return found;
    },
  };
}
