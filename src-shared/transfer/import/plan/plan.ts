// The plan of an import: for each row what will happen to it and why, before anything
// happens. Rows of one person in the file become one; then the book is asked.

import { foldText } from '../../../domain/fold.ts';
import type { Result } from '../../../domain/result.ts';
import type { RowReason } from '../../import-types.ts';
import { type Incoming, organisationName } from '../entry/incoming.ts';
import { joinRow } from '../match/join-row.ts';
import { settle } from '../match/match-book.ts';
import { createFileIndex, type FileIndex } from '../match/file-index.ts';
import { type MatchKeys, matchKeys } from '../match/match-keys.ts';
import type { Place, Reread } from '../place.ts';
import { createContents, usuallyKept } from './contents.ts';
import type { Plan, PlanEntry, PlanStore, PlanWork } from './plan-entry.ts';

/** Collects rows; `settle` then asks the book. */
export type Planner = {
  /** `cells` come back when the row cannot become a person. */
  take(incoming: Incoming, place: Place, cells: string[]): void;
  refuse(line: number, reason: RowReason, cells: string[], name?: string): void;
  /** Nothing comes in by this row itself. */
  pass(line: number, reason: RowReason, name?: string): void;
  settle(store: PlanStore, work: PlanWork, exact: boolean): Promise<Result<Plan>>;
};

/** `reread` is asked for what a row brings that is not kept. */
export function createPlanner(reread: Reread, mostKept = usuallyKept): Planner {
  const plan: Plan = { entries: [], contents: createContents(reread, mostKept) };
  const { entries } = plan;
  const index = createFileIndex();
  const rowByOrganisation = new Map<string, number>();
  const shared = sharedLists();
  return {
    take: (incoming, place, cells) => {
      const row = entries.length;
      const isPerson = incoming.kind === 'person';
      const keys = isPerson ? matchKeys(incoming) : undefined;
      const name = keys?.shown ?? organisationName(incoming);
      const entry = entryOf(incoming, name, shared);
      entries.push(entry);
      if (keys !== undefined && isNobody(incoming, keys)) {
        entry.action = 'cannot';
        entry.reasons = ['no-name-or-address', ...incoming.remarks];
        entry.cells = cells;
        return;
      }
      plan.contents.keep(row, incoming, place);
      const earlier =
        keys === undefined
          ? findOrganisation(rowByOrganisation, name, row)
          : findPerson(index, keys, incoming.id, row);
      if (earlier !== undefined) joinRow(plan, row, earlier);
    },
    refuse: (line, reason, cells, name = '') =>
      void entries.push({ line, action: 'cannot', reasons: [reason], name, cells }),
    pass: (line, reason, name = '') =>
      void entries.push({ line, action: 'skip', reasons: [reason], name }),
    settle: (store, work, exact) => settle(plan, store, work, exact),
  };
}

function entryOf(incoming: Incoming, name: string, shared: SharedLists): PlanEntry {
  const { line, kind, remarks, roles } = incoming;
  const entry: PlanEntry = { line, action: 'create', reasons: shared(remarks), name, kind };
  if (remarks.length > 0) entry.remarks = entry.reasons;
  if (roles.length > 0) entry.organisations = shared(roles.map(({ organisation }) => organisation));
  return entry;
}

type SharedLists = <Text extends string>(list: readonly Text[]) => readonly Text[];

/** Thousands of rows have the same few lists: one of each is kept. */
function sharedLists(): SharedLists {
  const listByText = new Map<string, readonly string[]>();
  return <Text extends string>(list: readonly Text[]) => {
    const key = list.join('\n');
    const known = listByText.get(key);
    if (known === undefined) listByText.set(key, list);
    return (known ?? list) as readonly Text[];
  };
}

const reachable = ['emails', 'phones', 'links', 'handles', 'chats', 'addresses'];

const isNobody = ({ id, sets }: Incoming, { shown }: MatchKeys): boolean =>
  shown === '' && id === undefined && !reachable.some((set) => (sets[set]?.length ?? 0) > 0);

/** The earlier row of the same organisation. */
function findOrganisation(
  rowByName: Map<string, number>,
  name: string,
  row: number,
): number | undefined {
  const key = foldText(name);
  const earlier = rowByName.get(key);
  if (earlier === undefined) rowByName.set(key, row);
  return earlier;
}

/** The earlier row of the same person. */
function findPerson(
  index: FileIndex,
  keys: MatchKeys,
  id: string | undefined,
  row: number,
): number | undefined {
  const earlier = index.find(keys, id);
  index.add(keys, id, earlier ?? row);
  return earlier;
}
