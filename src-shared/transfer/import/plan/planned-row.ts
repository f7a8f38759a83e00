// A row of the plan as the preview shows it.

import type { PlannedRow } from '../../import-types.ts';
import { actionOf, matchOf, type PlanEntry } from './plan-entry.ts';

export function plannedRow(entry: PlanEntry, row: number): PlannedRow {
  const action = actionOf(entry);
  const isDecided =
    entry.decision !== undefined && entry.decision.action !== 'auto' && action !== 'cannot';
  const match =
    action === 'update' || (action === 'skip' && !isDecided)
      ? entry.match === undefined && !isDecided
        ? undefined
        : matchOf(entry)
      : undefined;
  return {
    row,
    line: entry.line,
    action,
    kind: entry.incoming?.kind ?? 'person',
    name: entry.name.slice(0, 300),
    summary: summaryOf(entry),
    reasons: isDecided ? ['user-choice', ...entry.reasons] : entry.reasons,
    ...(match === undefined ? {} : { match }),
    candidates: (entry.candidates ?? []).filter(({ id }) => id !== match?.id),
    changes:
      action === 'update' && (match === undefined || match.id === entry.match?.id)
        ? (entry.changes ?? [])
        : [],
  };
}

function summaryOf({ incoming, cells }: PlanEntry): string {
  if (incoming === undefined)
    return (cells ?? [])
      .filter((cell) => cell.trim() !== '')
      .join(', ')
      .slice(0, 200);
  const { sets, roles } = incoming;
  const parts = [
    sets['emails']?.[0]?.value ?? sets['phones']?.[0]?.value,
    roles[0]?.title,
    roles[0]?.organisation,
  ];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
    .slice(0, 200);
}
