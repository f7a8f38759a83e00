// Asks the book which organisations the planned rows are, by another system's id or by name.

import { foldText } from '../../../domain/fold.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import type { RowReason } from '../../import-types.ts';
import { cardKey } from '../vcard/card-uid.ts';
import { setMatched } from '../plan/decide-row.ts';
import { differenceOf } from './diff.ts';
import { erasedLookups, noticeErased } from './erased-again.ts';
import { type Incoming, organisationName } from '../entry/incoming.ts';
import { type MatchKeys, matchKeys } from './match-keys.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';
import type { Plan, PlanStore, PlanWork } from '../plan/plan-work.ts';

export async function matchOrganisations(
  { entries, contents }: Plan,
  from: number,
  to: number,
  store: PlanStore,
  work: PlanWork,
  exact: boolean,
): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, at) => from + at).flatMap((row) => {
    if (entries.kindOf(row) !== 'organisation') return [];
    const [entry, incoming] = [entries.at(row), contents.of(row)];
    if (entry?.action !== 'create' || incoming === undefined) return [];
    return [{ row, entry, incoming, keys: matchKeys(incoming), name: nameKey(incoming) }];
  });
  if (rows.length === 0) return;
  const erased = rows.flatMap(({ keys }) => erasedLookups(keys, work));
  const wanted = rows.flatMap(({ keys, name }) => [...keys.ids, ...keys.cards.map(cardKey), name]);
  const found = await store.byKeys('groups', [...new Set([...wanted, ...erased])]);
  const gonePeople = await store.byKeys('people', [...new Set(erased)]);
  const told = rows.flatMap(({ incoming, keys }) => ownIds(incoming, keys));
  const docs = await store.get('groups', [...new Set([...found.values(), told].flat())]);
  for (const { row, entry, incoming, keys, name } of rows) {
    const near = [...keys.ids, ...keys.cards.map(cardKey), name].flatMap(
      (key) => found.get(key) ?? [],
    );
    const own = ownIds(incoming, keys);
    const candidates = [...new Set([...own, ...near])].flatMap((id) =>
      candidate(docs.get(id), keys, incoming.id),
    );
    takeFor(entry, incoming, candidates, exact);
    noticeErased(entry, keys, new Map([...gonePeople, ...found]), work);
    entries.put(row, entry);
  }
}

const nameKey = (incoming: Incoming): string => `name:${foldText(organisationName(incoming))}`;

/** Ids of records of ours that the row may say: our own CSV does, and cards written by us. */
const ownIds = ({ id }: Incoming, { cards }: MatchKeys): string[] =>
  id === undefined ? cards : [id, ...cards];

type Candidate = { doc: RecordDoc; because: RowReason };

function candidate(
  doc: RecordDoc | undefined,
  { ids, cards }: MatchKeys,
  own: string | undefined,
): Candidate[] {
  if (doc?.status !== 'live' || doc.kind !== 'organisation') return [];
  if (own === doc.id || ids.some((key) => doc.keys.includes(key)))
    return [{ doc, because: 'same-id' }];
  const isCard = cards.some((uid) => uid === doc.id || doc.keys.includes(cardKey(uid)));
  return [{ doc, because: isCard ? 'same-card' : 'same-organisation' }];
}

/** The first candidate: those found by an id come before those of the same name. */
function takeFor(
  entry: PlanEntry,
  incoming: Incoming,
  found: readonly Candidate[],
  exact: boolean,
): void {
  const [best] = found;
  if (best === undefined) return;
  entry.candidates = found.map(({ doc, because }) => ({ id: doc.id, name: doc.name, because }));
  entry.match = { id: best.doc.id, name: best.doc.name, because: best.because };
  setMatched(entry, differenceOf(incoming, best.doc, exact).shown, incoming, best.doc);
}
