// The rows of a plan, half a million of them: what nearly all rows have in columns of
// numbers, the rest by row for the few that have it.

import type { PlannedRow, RowReason } from '../../import-types.ts';
import type { Incoming } from '../entry/incoming.ts';
import { createColumn } from './column.ts';
import type { PlanEntry } from './plan-entry.ts';
import { rareText, readRare } from './rare-text.ts';
import { sharedLists } from './shared-lists.ts';

export type Entries = {
  length(): number;
  /** A copy: what is changed in it counts once it is put back. */
  at(row: number): PlanEntry | undefined;
  put(row: number, entry: PlanEntry): void;
  /** Returns its row. */
  add(entry: PlanEntry): number;
  kindOf(row: number): Incoming['kind'] | undefined;
};

const actions: readonly PlannedRow['action'][] = ['create', 'update', 'skip', 'cannot'];
const kinds: readonly (Incoming['kind'] | undefined)[] = [undefined, 'person', 'organisation'];

/** Of no more than so many organisations lists are shared; longer ones grow with every row. */
const mostShared = 4;

export function createEntries(): Entries {
  let length = 0;
  const lines = createColumn();
  const states = createColumn();
  const [reasons, remarks, organisations] = [createColumn(), createColumn(), createColumn()];
  const reasonLists = sharedLists<RowReason>();
  const nameLists = sharedLists<string>();
  const rareByRow = new Map<number, string>();
  const kindOf = (row: number) => kinds[states.get(row) >> 2];

  function put(row: number, entry: PlanEntry): void {
    const { line, action, kind, reasons: own, remarks: noted, organisations: names } = entry;
    lines.set(row, line);
    states.set(row, actions.indexOf(action) | (kinds.indexOf(kind) << 2));
    reasons.set(row, reasonLists.add(own));
    remarks.set(row, reasonLists.add(noted));
    organisations.set(row, isShared(names) ? nameLists.add(names) : 0);
    const rare = rareOf(entry);
    if (rare === '') rareByRow.delete(row);
    else rareByRow.set(row, rare);
  }

  return {
    length: () => length,
    kindOf,
    put,
    add(entry) {
      length += 1;
      put(length - 1, entry);
      return length - 1;
    },
    at(row) {
      const action = actions[states.get(row) & 3];
      if (row >= length || action === undefined) return undefined;
      const kind = kindOf(row);
      const noted = reasonLists.get(remarks.get(row));
      const names = nameLists.get(organisations.get(row));
      const rare = rareByRow.get(row);
      return {
        line: lines.get(row),
        action,
        reasons: reasonLists.get(reasons.get(row)) ?? [],
        ...(kind === undefined ? {} : { kind }),
        ...(noted === undefined ? {} : { remarks: noted }),
        ...(names === undefined ? {} : { organisations: names }),
        ...(rare === undefined ? {} : readRare(rare)),
      };
    },
  };
}

function rareOf(entry: PlanEntry): string {
  const {
    line: _line,
    action: _action,
    kind: _kind,
    reasons: _reasons,
    remarks: _remarks,
    organisations,
    ...rare
  } = entry;
  return rareText({ ...rare, ...(isShared(organisations) ? {} : { organisations }) });
}

const isShared = (names: readonly string[] | undefined): boolean =>
  names === undefined || names.length <= mostShared;
