// A row of the plan as the preview shows it.

import type { PlannedRow } from '../../import-types.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import { personName } from '../../../domain/person.ts';
import type { Incoming } from '../entry/incoming.ts';
import { actionOf, matchOf, type PlanEntry } from './plan-entry.ts';
import type { Plan } from './plan-work.ts';

export function plannedRow({ entries, contents }: Plan, row: number): PlannedRow[] {
  const entry = entries.at(row);
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
    name: (entry.name ?? nameOf(contents.ownOf(row))).slice(0, 300),
    summary: summaryOf(entry, contents.of(row)),
    reasons: isDecided ? ['user-choice', ...entry.reasons] : [...entry.reasons],
    ...(match === undefined ? {} : { match }),
    ...(entry.joined === undefined || isDecided ? {} : { joined: entry.joined }),
    candidates: (entry.candidates ?? []).filter(({ id }) => id !== match?.id),
    changes:
      action === 'update' && (match === undefined || match.id === entry.match?.id)
        ? (entry.changes ?? [])
        : [],
  };
  return [shown];
}

/** As the row itself says it. */
function nameOf(incoming: Incoming | undefined): string {
  if (incoming === undefined) return '';
  return personName({
    fields: incoming.fields,
    sets: incoming.sets as RecordDoc['sets'],
    note: '',
  });
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
