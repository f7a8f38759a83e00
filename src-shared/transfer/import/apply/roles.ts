// Roles of people an import brings, as ties to their organisations.

import { makeRecord } from '../../../records/content.ts';
import { setFields } from '../../../records/intents/edits.ts';
import { planChanges } from '../../../records/plan-changes.ts';
import { groupId, organisationOf } from './groups.ts';
import type { ApplyWork } from './work.ts';
import type { IncomingRole } from '../entry/incoming.ts';
import { roleParts } from '../entry/roles.ts';

export function makeRole(
  state: ApplyWork,
  person: string,
  role: IncomingRole,
  scope: 'team' | 'private',
): void {
  const to = groupId(state, organisationOf(role), scope);
  const fields: { [field: string]: string } = { type: 'role', from: person, to };
  for (const part of roleParts) {
    const value = role[part] ?? '';
    if (value !== '') fields[part] = value;
  }
  state.made.ties.push(makeRecord({ kind: 'tie', scope, fields }, state.context));
}

export function fillRole(state: ApplyWork, tie: string, fields: { [field: string]: string }): void {
  const doc = state.tx.get('ties', [tie]).get(tie);
  if (doc === undefined) return;
  const changes = setFields({ collection: 'ties', id: tie }, fields);
  if (changes.length > 0) state.action.edit('ties', doc, planChanges(changes, state.context));
}
