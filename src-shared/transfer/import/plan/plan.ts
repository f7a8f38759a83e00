// The plan of an import: for each row what will happen to it and why, before anything
// happens. Rows of one person in the file become one; then the book is asked.

import { foldText } from '../../../domain/fold.ts';
import type { Result } from '../../../domain/result.ts';
import type { RowReason } from '../../import-types.ts';
import { type Incoming, organisationName } from '../entry/incoming.ts';
import { createKeyTable, type KeyTable } from '../match/key-table.ts';
import { joinRow } from '../match/join-row.ts';
import { settle } from '../match/match-book.ts';
import { createFileIndex, type Earlier, type FileIndex } from '../match/file-index.ts';
import { type MatchKeys, matchKeys } from '../match/match-keys.ts';
import type { Place, Reread } from '../place.ts';
import { createContents, usuallyKept } from './contents.ts';
import { createEntries } from './entries.ts';
import type { PlanEntry } from './plan-entry.ts';
import type { Plan, PlanStore, PlanWork } from './plan-work.ts';

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
  const plan: Plan = { entries: createEntries(), contents: createContents(reread, mostKept) };
  const { entries, contents } = plan;
  const index = createFileIndex((row) => {
    const earlier = contents.ownOf(row);
    return earlier === undefined ? undefined : matchKeys(earlier);
  });
  const rowByOrganisation = createKeyTable();
  return {
    take: (incoming, place, cells) => {
      const isPerson = incoming.kind === 'person';
      const keys = isPerson ? matchKeys(incoming) : undefined;
      const entry = entryOf(incoming);
      if (keys !== undefined && isNobody(incoming, keys)) {
        const reasons: RowReason[] = ['no-name-or-address', ...incoming.remarks];
        entries.add({ ...entry, action: 'cannot', reasons, cells });
        return;
      }
      const row = entries.add(entry);
      contents.keep(row, incoming, place);
      const earlier =
        keys === undefined
          ? findOrganisation(rowByOrganisation, incoming, row)
          : findPerson(index, keys, incoming.id, row);
      if (earlier !== undefined) joinRow(plan, row, earlier.row, earlier.because);
    },
    refuse: (line, reason, cells, name) =>
      void entries.add({ line, action: 'cannot', reasons: [reason], ...named(name), cells }),
    pass: (line, reason, name) =>
      void entries.add({ line, action: 'skip', reasons: [reason], ...named(name) }),
    settle: (store, work, exact) => settle(plan, store, work, exact),
  };
}

const named = (name: string | undefined): { name?: string } =>
  name === undefined || name === '' ? {} : { name };

function entryOf(incoming: Incoming): PlanEntry {
  const { line, kind, remarks, roles } = incoming;
  return {
    line,
    action: 'create',
    reasons: remarks,
    kind,
    ...(kind === 'organisation' ? { name: organisationName(incoming) } : {}),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(roles.length === 0 ? {} : { organisations: roles.map(({ organisation }) => organisation) }),
  };
}

const reachable = ['emails', 'phones', 'links', 'handles', 'chats', 'addresses'];

const isNobody = ({ id, sets }: Incoming, { shown }: MatchKeys): boolean =>
  shown === '' && id === undefined && !reachable.some((set) => (sets[set]?.length ?? 0) > 0);

/** The earlier row of the same organisation. */
function findOrganisation(
  rowByKey: KeyTable,
  incoming: Incoming,
  row: number,
): Earlier | undefined {
  const { id } = incoming;
  const key = id === undefined ? foldText(organisationName(incoming)) : `record:${id}`;
  const earlier = rowByKey.get(key);
  if (earlier === undefined) rowByKey.set(key, row);
  const because = id === undefined ? 'same-name' : 'same-id';
  return earlier === undefined ? undefined : { row: earlier, because };
}

/** The earlier row of the same person. */
function findPerson(
  index: FileIndex,
  keys: MatchKeys,
  id: string | undefined,
  row: number,
): Earlier | undefined {
  const earlier = index.find(keys, id);
  index.add(keys, id, earlier?.row ?? row);
  return earlier;
}
