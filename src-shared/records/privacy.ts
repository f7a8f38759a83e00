// The one gate of privacy, at the one writer. What names something that is private to
// this laptop is private, too: made so when it is made, and a shared record cannot come
// to name it afterwards. Which links count is said by the kind.

import type { RecordLink } from '../domain/links.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { privateKey } from './content.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { withScope } from './scope.ts';

export type PrivacyGate = {
  /** New records, private where they name something private. */
  made: (docs: readonly RecordDoc[]) => readonly RecordDoc[];
  /** Fails with `names-private` where an edit would make a shared record name something private. */
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
      const own = docs.filter(({ scope }) => scope === 'private');
      isPrivate.note(own.map(({ id }) => id));
      return docs.map((doc) => {
        if (doc.scope === 'private' || !namesAny(linksOf(doc, context), isPrivate.has)) return doc;
        isPrivate.note([doc.id]);
        return withScope(doc, 'private', context);
      });
    },
    edited: (before, after) => {
      if (after.scope === 'private') return ok(null);
      const had = new Set(linksOf(before, context).map(({ id }) => id));
      const added = linksOf(after, context).filter(({ id }) => !had.has(id));
      return namesAny(added, isPrivate.has) ? fail('names-private') : ok(null);
    },
  };
}

/** What a record names whose privacy it has to keep. */
export function linksOf(doc: RecordDoc, context: CommandContext): RecordLink[] {
  const kind = kindsOf(context).get(doc.kind);
  if (kind === undefined || kind.privacy !== 'as-linked') return [];
  return kind.links(doc).filter(({ target }) => target.discreet !== true);
}

type Has = (collection: CollectionName, id: string) => boolean;

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
