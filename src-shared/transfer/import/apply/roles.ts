// Roles of people an import brings, as ties to their organisations.

import type { JsonValue } from '../../../domain/record.ts';
import { makeRecord } from '../../../records/content.ts';
import { putItem, setFields } from '../../../records/intents/edits.ts';
import { planChanges } from '../../../records/plan-changes.ts';
import { groupId, organisationOf } from './groups.ts';
import type { ApplyWork } from './work.ts';
import type { IncomingRole } from '../entry/incoming.ts';
import { roleParts, type RoleStep } from '../entry/roles.ts';

type Filling = Extract<RoleStep, { type: 'fill' }>;

export function makeRole(
  state: ApplyWork,
  person: string,
  role: IncomingRole,
  scope: 'team' | 'private',
): void {
  const to = groupId(state, organisationOf(role), scope);
  const { fields: ownFields = {}, sets = {} } = role.own ?? {};
  const fields: { [field: string]: JsonValue } = { ...ownFields, type: 'role', from: person, to };
  for (const part of roleParts) {
    const value = role[part] ?? '';
    if (value !== '') fields[part] = value;
  }
  state.made.ties.push(makeRecord({ kind: 'tie', scope, fields, sets }, state.context));
}

export function fillRole(state: ApplyWork, { tie, fields, own }: Filling): void {
  const doc = state.tx.get('ties', [tie]).get(tie);
  if (doc === undefined) return;
  const ref = { collection: 'ties' as const, id: tie };
  const changes = [
    ...setFields(ref, { ...fields, ...own.fields }),
    ...Object.entries(own.sets).flatMap(([set, items]) =>
      items.map((item) => putItem(ref, set, item)),
    ),
  ];
  if (changes.length > 0) state.action.edit('ties', doc, planChanges(changes, state.context));
}
