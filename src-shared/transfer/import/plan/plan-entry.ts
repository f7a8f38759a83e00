// A row of the plan, and what will happen to it after the user's decision.

import type { PlannedRow, RowDecision, RowReason } from '../../import-types.ts';
import type { Incoming } from '../entry/incoming.ts';

export type Because = { id: string; name: string; because: RowReason };
export type PlanEntry = {
  line: number;
  action: PlannedRow['action'];
  reasons: readonly RowReason[];
  /** Of a row whose content says it the content is asked, unless it is an organisation. */
  name?: string;
  /** What the row is about; absent for one that brings nothing by itself. */
  kind?: Incoming['kind'];
  /** Remarks on its values, where there are any. */
  remarks?: readonly RowReason[];
  /** Of its roles, and those of rows joined to it; absent without any. */
  organisations?: readonly string[];
  /** Cells of a row that cannot be read. */
  cells?: string[];
  match?: Because;
  joined?: NonNullable<PlannedRow['joined']>;
  candidates?: Because[];
  changes?: PlannedRow['changes'];
  decision?: RowDecision;
};

/** What will happen to a row after the user's decision. */
export function actionOf({ action, decision, kind }: PlanEntry): PlannedRow['action'] {
  if (decision === undefined || decision.action === 'auto' || kind === undefined) return action;
  return action === 'cannot' ? 'cannot' : decision.action;
}

/** Skipped, and in all the same as part of another row. */
export const isJoined = (entry: PlanEntry): boolean =>
  entry.joined !== undefined && (entry.decision?.action ?? 'auto') === 'auto';

export const matchOf = ({ match, candidates, decision }: PlanEntry): Because | undefined => {
  if (decision?.action !== 'update' || decision.match === undefined)
    return decision?.action === 'create' ? undefined : (match ?? candidates?.[0]);
  return (
    candidates?.find(({ id }) => id === decision.match) ?? {
      id: decision.match,
      name: '',
      because: 'user-choice',
    }
  );
};
