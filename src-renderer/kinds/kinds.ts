// What the window knows of every kind. A kind needs a file here, and a line in this one,
// only where something about it is special.

import { IconFileDescription } from '@tabler/icons-react';

import { shownOn } from '../../src-shared/domain/links.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import { momentKindOf } from '../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { sayIfKnown } from '../../src-shared/words/say.ts';
import { bucket } from './bucket.tsx';
import { community } from './community.tsx';
import { columnsOf } from './default-columns.tsx';
import { groupPath } from './group.tsx';
import type { SpecialKind, WindowKind } from './kind.ts';
import { call, keptPost, meeting, message, note } from './moments.tsx';
import { organisation } from './organisation.tsx';
import { person, personPath } from './person.tsx';
import { promise } from './promise.tsx';
import { round, run } from './round.tsx';
import { tie } from './tie.tsx';
import { view } from './view.tsx';

const special: readonly SpecialKind[] = [
  person,
  organisation,
  bucket,
  community,
  tie,
  note,
  call,
  meeting,
  message,
  keptPost,
  promise,
  round,
  run,
  view,
];

const specialByKind = new Map(special.map((one) => [one.kind, one]));

/** Pages of whole collections. */
const pages: { readonly [collection: string]: (id: string) => string } = {
  people: personPath,
  groups: groupPath,
};

export function windowKind(kind: string): WindowKind {
  const declared = kinds.get(kind);
  const path = pages[declared?.collection ?? ''];
  return {
    icon: IconFileDescription,
    ...(path === undefined ? {} : { path }),
    columns: () => columnsOf(kind),
    ...specialByKind.get(kind),
  };
}

/** What a record is called; a kind of a newer version goes by its own name. */
export const kindLabel = (doc: Pick<RecordDoc, 'kind' | 'fields'>): string =>
  labelOf(momentKindOf(doc));

export const labelOf = (kind: string): string => sayIfKnown(`kind.${kind}`) ?? kind;

/** Where a record is shown: on its own page, else on that of whom it belongs to or names. */
export function pathOf(record: Shown): string {
  const { kind, id, fields = {}, sets = {} } = record;
  const own = windowKind(kind).path?.(id);
  if (own !== undefined) return own;
  const declared = kinds.get(kind);
  const on = record.on ?? (declared && shownOn(declared, { fields, sets }));
  return (on && pages[on.collection]?.(on.id)) ?? '/people';
}

type Shown = Pick<RecordDoc, 'kind'> & { id: string } & Partial<
    Pick<RecordDoc, 'fields' | 'sets'>
  > & {
    /** Where that is known without its content. */
    on?: { collection: string; id: string } | undefined;
  };
