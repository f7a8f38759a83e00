// Whom a row is taken for among those it may be.

import type { RecordDoc } from '../../../domain/record.ts';
import type { PlannedRow } from '../../import-types.ts';
import type { KnownPeople } from '../match/book-excerpt.ts';
import type { Incoming } from '../entry/incoming.ts';
import { isLeftAlone } from '../match/careful.ts';
import type { MatchKeys } from '../match/match-keys.ts';
import { alikeAmong } from '../match/near.ts';
import type { Because, PlanEntry } from './plan-entry.ts';
import { whatItBrings } from './what-it-brings.ts';

/**
 * The likeliest of the people `near`; nobody when two are as likely and the row would
 * change either. `offered` are others whom a person may choose.
 */
export function decideRow(
  entry: PlanEntry,
  incoming: Incoming,
  keys: MatchKeys,
  near: readonly string[],
  knownPeople: KnownPeople,
  exact: boolean,
  buckets: Map<string, string>,
  offered: readonly Because[] = [],
): void {
  const found = alikeAmong({ incoming, keys }, near, knownPeople).map(({ doc, ...alike }) => {
    const brings = whatItBrings(incoming, doc.id, knownPeople, exact, buckets);
    return { ...alike, id: doc.id as string, name: doc.name, brings, isSame: brings.length === 0 };
  });
  if (found.length + offered.length === 0) return;
  found.sort((a, b) => b.weight + (b.isSame ? 5 : 0) - (a.weight + (a.isSame ? 5 : 0)));
  const [best, second] = found;
  const looked = new Set(found.map(({ id }) => id));
  entry.candidates = [
    ...found.map(({ id, name, because }) => ({ id, name, because })),
    ...offered.filter(({ id }) => !looked.has(id)),
  ];
  if (best === undefined) return;
  const isTied = second !== undefined && second.isSure && second.weight === best.weight;
  if (!best.isSame && (!best.isSure || isTied)) return;
  entry.match = { id: best.id, name: best.name, because: best.because };
  setMatched(entry, best.brings, incoming, knownPeople.docs.get(best.id));
}

/**
 * The row is taken for its match; what it brings makes it an update. What the file calls
 * private is not given to a shared record unless a person says so for that row.
 */
export function setMatched(
  entry: PlanEntry,
  brings: PlannedRow['changes'],
  { scope }: Incoming,
  match: Pick<RecordDoc, 'scope' | 'kind' | 'fields' | 'sets'> | undefined,
): void {
  const wouldTell = brings.length > 0 && scope === 'private' && match?.scope === 'team';
  const isObjected = brings.length > 0 && isLeftAlone(match);
  entry.changes = brings;
  entry.action = brings.length === 0 || wouldTell || isObjected ? 'skip' : 'update';
  const because = entry.match === undefined ? [] : [entry.match.because];
  entry.reasons = [
    ...(brings.length === 0 ? (['nothing-new'] as const) : []),
    ...(wouldTell ? (['private-onto-shared'] as const) : []),
    ...(isObjected ? (['objected'] as const) : []),
    ...because,
    ...(entry.remarks ?? []),
  ];
}
