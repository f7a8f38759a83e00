// Kinds that people write and that have neither pages nor lists of their own: their records
// are shown, made and edited on the pages of those they name.

import { comment } from '../../../src-shared/domain/comment.ts';
import { draftRun } from '../../../src-shared/domain/draft-run.ts';
import { contentNaming } from '../../../src-shared/domain/links.ts';
import type { Kind } from '../../../src-shared/domain/kind.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { promise } from '../../../src-shared/domain/promise.ts';
import { reminder } from '../../../src-shared/domain/reminder.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';

const relatedCollection = 'work';

/** They have a section of their own. */
const elsewhere: ReadonlySet<string> = new Set<string>([
  comment.kind,
  draftRun.kind,
  promise.kind,
  reminder.kind,
]);

const related = [...kinds.values()].filter(
  ({ kind, collection, combine }) =>
    collection === relatedCollection && combine === undefined && !elsewhere.has(kind),
);

/** Those that can name this record. */
export const kindsNaming = ({ kind, id }: Pick<RecordDoc, 'kind' | 'id'>): Kind[] =>
  related.filter((one) => contentNaming(one, collectionOf(kind), id) !== undefined);

/** A new record of the kind that names `owner`. */
export function newRelated(kind: Kind, owner: RecordDoc, name: string): NewRecord {
  const { fields = {}, sets = {} } = contentNaming(kind, collectionOf(owner.kind), owner.id) ?? {};
  const named = Object.entries(kind.fields).find(([, { search }]) => search === 'name')?.[0];
  return {
    kind: kind.kind,
    fields: { ...fields, ...(named === undefined ? {} : { [named]: name }) },
    sets,
    ...(named === undefined ? { note: name } : {}),
  };
}

const collectionOf = (kind: string) => kinds.get(kind)?.collection ?? 'people';
