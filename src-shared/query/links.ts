// One hop from a record: which links lead on, and when a role is current. The reference
// for what the host says in SQL joins.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { day } from '../fields/day.ts';
import { type Hop, targetsOf } from './places.ts';
import { spanOfDay } from './predicates.ts';
import type { ViewCollection } from './view.ts';

/** What linked records are looked up in. */
export type LinkSource = {
  get: (collection: ViewCollection, id: string) => RecordDoc | undefined;
  /** Records of a collection that carry the key. */
  byKey: (collection: ViewCollection, key: string) => readonly RecordDoc[];
};

export const roleType = 'role';
const dayType = day();

/** Only what is live is linked. */
export function linkedBy(hop: Hop, doc: RecordDoc, source: LinkSource, today: string): RecordDoc[] {
  if (hop.by === 'role' || hop.by === 'org') {
    const end = doc.kind === 'person' ? 'from' : 'to';
    const roles = source
      .byKey('ties', doc.id)
      .filter((tie) => isCurrentRole(tie, today) && tie.fields[end] === doc.id);
    return hop.by === 'role'
      ? roles
      : live(
          roles.map(({ fields }) => fields['to']),
          hop,
          source,
        );
  }
  const stored =
    hop.by === 'field'
      ? [doc.fields[hop.name] ?? null].flat()
      : (doc.sets[hop.name] ?? []).map(({ value }) => value);
  return live(stored, hop, source);
}

function live(ids: readonly (JsonValue | undefined)[], hop: Hop, source: LinkSource): RecordDoc[] {
  return [...new Set(ids)].flatMap((id) =>
    typeof id === 'string'
      ? targetsOf(hop)
          .map((to) => source.get(to, id))
          .filter((doc) => doc?.status === 'live')
          .filter((doc) => doc !== undefined)
      : [],
  );
}

/** Begun, and not ended by a day that can be read. */
export function isCurrentRole(tie: RecordDoc, today: string): boolean {
  if (tie.status !== 'live' || tie.fields['type'] !== roleType) return false;
  const [start, until] = [spanAt(tie.fields['start']), spanAt(tie.fields['until'])];
  return (start === undefined || start.from <= today) && (until === undefined || until.to >= today);
}

const spanAt = (value: JsonValue | undefined) =>
  typeof value === 'string' && dayType.accepts(value) ? spanOfDay(value) : undefined;
