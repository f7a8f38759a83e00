// What one import makes on its way through its transaction.

import type { RecordDoc } from '../../../domain/record.ts';
import type { Action } from '../../../records/action.ts';
import type { CommandContext } from '../../../records/context.ts';
import type { RecordTx } from '../../../store/record-store.ts';
import type { ImportReport } from '../../import-types.ts';

export type ApplyWork = {
  tx: RecordTx;
  action: Action;
  context: CommandContext;
  file: string;
  exact: boolean;
  groupIds: Map<string, string>;
  /** Made by this import, and so far only for private rows. */
  privateGroups: Set<string>;
  made: { people: RecordDoc[]; groups: RecordDoc[]; ties: RecordDoc[] };
  report: ImportReport;
};

/** What is made from now on comes from this line of the file. */
export function stampRow(state: ApplyWork, line: number): void {
  state.context.source = {
    type: 'import',
    action: state.report.action,
    file: state.file,
    row: line,
  };
}

export function flush({ action, made }: ApplyWork): void {
  action.create([...made.groups, ...made.people, ...made.ties]);
  made.groups = [];
  made.people = [];
  made.ties = [];
}
