// The plan of an import: for each row what will happen to it and why, before anything
// happens. Rows of one person in the file become one; then the book is asked.

import { foldText } from '../../../domain/fold.ts';
import type { Result } from '../../../domain/result.ts';
import type { RowReason } from '../../import-types.ts';
import { type Incoming, organisationName } from '../entry/incoming.ts';
import { joinRow } from '../match/join-row.ts';
import { settle } from '../match/match-book.ts';
import { createFileIndex, type FileIndex, matchKeys } from '../match/match-keys.ts';
import type { PlanEntry, PlanStore, PlanWork } from './plan-entry.ts';

/** Collects rows; `settle` then asks the book. */
export type Planner = {
  /** `cells` come back when the row cannot become a person. */
  take(incoming: Incoming, cells: string[]): void;
  refuse(line: number, reason: RowReason, cells: string[], name?: string): void;
  /** Nothing comes in by this row itself. */
  pass(line: number, reason: RowReason, name?: string): void;
  settle(store: PlanStore, work: PlanWork, exact: boolean): Promise<Result<PlanEntry[]>>;
};

export function createPlanner(): Planner {
  const entries: PlanEntry[] = [];
  const index = createFileIndex();
  const rowByOrganisation = new Map<string, number>();
  return {
    take: (incoming, cells) => {
      if (incoming.kind === 'person') takeRow(entries, index, incoming, cells);
      else takeOrganisation(entries, rowByOrganisation, incoming);
    },
    refuse: (line, reason, cells, name = '') =>
      void entries.push({ line, action: 'cannot', reasons: [reason], name, cells }),
    pass: (line, reason, name = '') =>
      void entries.push({ line, action: 'skip', reasons: [reason], name }),
    settle: (store, work, exact) => settle(entries, store, work, exact),
  };
}

function takeOrganisation(
  entries: PlanEntry[],
  rowByName: Map<string, number>,
  incoming: Incoming,
): void {
  const name = organisationName(incoming);
  const key = foldText(name);
  const { line, remarks } = incoming;
  const entry: PlanEntry = { line, action: 'create', reasons: remarks, name, incoming };
  const earlier = rowByName.get(key);
  const first = entries[earlier ?? -1]?.incoming;
  if (earlier === undefined) rowByName.set(key, entries.length);
  entries.push(entry);
  if (earlier !== undefined && first !== undefined) joinRow(entry, earlier, first);
}

const reachable = ['emails', 'phones', 'links', 'handles', 'chats', 'addresses'];

function takeRow(
  entries: PlanEntry[],
  index: FileIndex,
  incoming: Incoming,
  cells: string[],
): void {
  const keys = matchKeys(incoming);
  const entry: PlanEntry = {
    line: incoming.line,
    action: 'create',
    reasons: incoming.remarks,
    name: keys.shown,
    incoming,
  };
  if (
    keys.shown === '' &&
    incoming.id === undefined &&
    !reachable.some((set) => (incoming.sets[set]?.length ?? 0) > 0)
  ) {
    entries.push({
      ...entry,
      action: 'cannot',
      reasons: ['no-name-or-address', ...incoming.remarks],
      cells,
    });
    return;
  }
  const row = entries.length;
  const earlier = index.find(keys, incoming.id);
  entries.push(entry);
  index.add(keys, incoming.id, earlier ?? row);
  const first = earlier === undefined ? undefined : entries[earlier]?.incoming;
  if (earlier === undefined || first === undefined) return;
  joinRow(entry, earlier, first);
}
