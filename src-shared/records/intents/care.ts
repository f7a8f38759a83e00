// What people do about permissions: what somebody said is added to their log, never changed.

import {
  type Basis,
  type Channel,
  channels,
  type PermissionState,
  type Purpose,
} from '../../domain/permission.ts';
import { policy, policyId } from '../../domain/policy.ts';
import type { keepReasons } from '../../domain/person.ts';
import type { RecordDoc } from '../../domain/record.ts';
import { permissionsOf, seenNow } from '../../care/permissions.ts';
import type { Policy } from '../../care/policy.ts';
import type { RefusalField } from '../../care/may-contact.ts';
import type { Change, Command, NewItem } from '../command.ts';
import { create, edit, putItem, setFields } from './edits.ts';

export type Said = {
  channel: Channel | 'any';
  purpose: Purpose;
  state: PermissionState;
  basis?: Basis;
  source?: string;
  wording?: string;
  /** ms since 1970. */
  at: number;
  by?: string;
  until?: string;
};

/** An entry that has seen all that stands there; `id` is new. */
export function permissionItem(doc: Pick<RecordDoc, 'sets'>, said: Said, id: string): NewItem {
  const { channel, purpose, state, at } = said;
  const after = seenNow(permissionsOf(doc), { channel, purpose }, channels);
  const further = Object.entries({
    basis: said.basis,
    source: said.source,
    wording: said.wording,
    by: said.by,
    until: said.until,
    after: after.join(' '),
  }).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]));
  return {
    value: channel,
    more: { id, purpose, state, at: String(at), ...Object.fromEntries(further) },
  };
}

export type KeepReason = (typeof keepReasons)[number];

const personRef = (id: string) => ({ collection: 'people' as const, id });

export const recordPermission = (
  doc: Pick<RecordDoc, 'id' | 'sets'>,
  said: Said,
  id: string,
): Command => edit(putItem(personRef(doc.id), 'permissions', permissionItem(doc, said, id)));

/** `since`: YYYY-MM-DD; what stands there of an earlier one stays. */
export function leaveAlone(
  { id, fields }: Pick<RecordDoc, 'id' | 'fields'>,
  field: RefusalField,
  since: string,
  reason = '',
): Command {
  const isFirst = fields['noContactSince'] === undefined;
  return edit(
    ...setFields(personRef(id), {
      [field]: true,
      ...(isFirst ? { noContactSince: since } : {}),
      ...(reason === '' ? {} : { noContactReason: reason }),
    }),
  );
}

/** They may be contacted again; why they did not want to be goes with the last of it. */
export function contactAgain(
  doc: Pick<RecordDoc, 'id' | 'fields'>,
  field: RefusalField,
  others: readonly RefusalField[],
): Command {
  const isLast = others.every((one) => one === field || doc.fields[one] !== true);
  const changes: Change[] = setFields(personRef(doc.id), {
    [field]: false,
    ...(isLast ? { noContactReason: null, noContactSince: null, noContactUntil: null } : {}),
  });
  return edit(...changes);
}

/** `until`: YYYY-MM-DD, the last day; '' while nobody says. */
export const keepPerson = (id: string, reason: KeepReason, until: string): Command =>
  edit(...setFields(personRef(id), { keepFor: reason, keepUntil: until === '' ? null : until }));

/** The rules as they hold anyway, written down so that they can be changed. */
export const writePolicy = ({ defaults, budget, keepMonths }: Policy): Command =>
  create({
    id: policyId,
    kind: policy.kind,
    scope: 'team',
    fields: { ...defaults, budget, keepMonths },
  });
