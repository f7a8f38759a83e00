// Every kind the window shows. Adding one is a line here.

import { momentKindOf } from '../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { say } from '../../src-shared/words/say.ts';
import { bucket } from './bucket.tsx';
import { community } from './community.tsx';
import type { WindowKind } from './kind.ts';
import { call, keptPost, meeting, message, note } from './moments.tsx';
import { organisation } from './organisation.tsx';
import { person, personPath } from './person.tsx';
import { tie } from './tie.tsx';
import { view } from './view.tsx';

const all: readonly WindowKind[] = [
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
  view,
];

const kindByName = new Map(all.map((one) => [one.kind, one]));

export const windowKind = (kind: string): WindowKind | undefined => kindByName.get(kind);

/** What a record is called; a kind of a newer version goes by its own name. */
export const kindLabel = (doc: Pick<RecordDoc, 'kind' | 'fields'>): string =>
  labelOf(momentKindOf(doc));

export function labelOf(kind: string): string {
  const label = windowKind(kind)?.labelId;
  return label === undefined ? kind : say(label);
}

/** Where a record is shown: on its own page, else on that of the first one it points to. */
export function pathOf({ kind, id, keys = [] }: Shown): string {
  const path = windowKind(kind)?.path;
  const [first] = keys;
  return path?.(id) ?? (first === undefined ? '/people' : personPath(first));
}

type Shown = { kind: string; id: string; keys?: readonly string[] };
