// A record of any kind that has to stay on its laptop, and what makes it so. How a kind comes
// to be private is said here for each; a new one has to be added.

import type { Kind } from '../../../src-shared/domain/kind.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { JsonValue, NewRecord } from '../../../src-shared/domain/record.ts';
import type { Replica } from '../sync/replica.ts';
import { sampleRecord } from './sample-content.ts';
import { visit } from './visit.ts';

/**
 * own: its owner said so. named: it names somebody who is. mentioned: it holds their id
 * somewhere in its data.
 */
export type How = 'own' | 'named' | 'mentioned';

export const howPrivate: { readonly [kind: string]: How } = {
  person: 'own',
  organisation: 'own',
  bucket: 'own',
  community: 'own',
  tie: 'named',
  note: 'named',
  call: 'named',
  meeting: 'named',
  message: 'named',
  'kept-post': 'named',
  promise: 'named',
  view: 'mentioned',
  post: 'named',
  'feed-state': 'named',
  proposal: 'named',
  field: 'own',
  verdict: 'named',
  policy: 'own',
  tag: 'own',
  template: 'own',
  'draft-run': 'named',
  comment: 'named',
  reminder: 'named',
  'today-mark': 'own',
  round: 'mentioned',
  run: 'own',
  'run-part': 'named',
  'run-visit': 'named',
  'run-claim': 'named',
  visit: 'named',
};

export const everyKind: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...kinds,
  ['visit', visit],
]);

export type People = { people: string; groups: string };

export async function addPerson(
  replica: Replica,
  given: string,
  scope: 'team' | 'private' = 'team',
  more: Partial<NewRecord> = {},
): Promise<string> {
  return madeBy(
    await replica.done({
      type: 'create',
      records: [{ ...more, kind: 'person', scope, fields: { given } }],
    } as never),
  );
}

export async function addGroup(
  replica: Replica,
  kind: string,
  name: string,
  scope: 'team' | 'private' = 'team',
): Promise<string> {
  return madeBy(
    await replica.done({ type: 'create', records: [{ kind, scope, fields: { name } }] }),
  );
}

const madeBy = ({ ids }: { ids: string[] }): string => ids[0] ?? '';

/** A record with the mark in all that it says, pointing at these. */
export function marked(kind: Kind, mark: string, targets: People): NewRecord {
  const record = sampleRecord(kind, targets);
  const texts = Object.entries(kind.fields).filter(([, { type }]) =>
    ['text', 'long-text', 'person-name'].includes(type),
  );
  const says = Object.fromEntries(texts.map(([name]) => [name, `${name} ${mark}`]));
  return {
    ...record,
    fields: { ...record.fields, ...says, ...mentions(kind, targets) },
    note: `note ${mark}`,
  };
}

const mentions = (kind: Kind, { people }: People): { [field: string]: JsonValue } =>
  howPrivate[kind.kind] !== 'mentioned'
    ? {}
    : { of: 'people', conditions: { all: [{ field: 'id', op: 'is', arg: [people] }] } };

export async function add(replica: Replica, record: NewRecord): Promise<string> {
  return madeBy(await replica.done({ type: 'create', records: [record as never] }));
}
