// A row of the plan as the preview shows it.

import type { PlannedRow } from '../../import-types.ts';
import type { Incoming } from '../entry/incoming.ts';
import { actionOf, matchOf, type Plan, type PlanEntry } from './plan-entry.ts';

export function plannedRow({ entries, contents }: Plan, row: number): PlannedRow[] {
  const entry = entries[row];
  if (entry === undefined) return [];
  const action = actionOf(entry);
  const isDecided =
    entry.decision !== undefined && entry.decision.action !== 'auto' && action !== 'cannot';
  const match =
    action === 'update' || (action === 'skip' && !isDecided)
      ? entry.match === undefined && !isDecided
        ? undefined
        : matchOf(entry)
      : undefined;
  const shown: PlannedRow = {
    row,
    line: entry.line,
    action,
    kind: entry.kind ?? 'person',
    name: entry.name.slice(0, 300),
    summary: summaryOf(entry, contents.of(row)),
    reasons: isDecided ? ['user-choice', ...entry.reasons] : [...entry.reasons],
    ...(match === undefined ? {} : { match }),
    candidates: (entry.candidates ?? []).filter(({ id }) => id !== match?.id),
    changes:
      action === 'update' && (match === undefined || match.id === entry.match?.id)
        ? (entry.changes ?? [])
        : [],
  };
  return [shown];
}

function summaryOf({ cells }: PlanEntry, incoming: Incoming | undefined): string {
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
