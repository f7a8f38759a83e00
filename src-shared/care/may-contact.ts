// Whether somebody may be contacted, and what says so: one answer for the page, for drafts, for
// rounds and for exports.

import type { Channel, Permission, Purpose } from '../domain/permission.ts';
import { person } from '../domain/person.ts';
import { fieldsOf } from '../domain/kind.ts';
import type { RecordDoc } from '../domain/record.ts';
import { currentPermission, permissionsOf } from './permissions.ts';
import type { Policy } from './policy.ts';

type Person = Pick<RecordDoc, 'fields' | 'sets'>;

/** Which field of a person says no to a way. */
export const refusedBy = {
  mail: 'noMail',
  phone: 'noPhone',
  message: 'noMessage',
  post: 'noPost',
  visit: 'noVisit',
} as const satisfies { readonly [channel in Channel]: string };

export type RefusalField = 'doNotContact' | (typeof refusedBy)[Channel];

export type Refusal =
  /** They do not want to be contacted, at all or in this way. */
  | { code: 'do-not-contact'; field: RefusalField; reason: string; since?: string; until?: string }
  | { code: 'objected' | 'withdrawn' | 'not-answered'; record: Permission }
  /** Nobody has written down that they said yes. */
  | { code: 'not-given' };

export type MayContact = { may: true; record?: Permission } | ({ may: false } & Refusal);

/** `today`: YYYY-MM-DD where the reader is. */
export function mayContact(
  doc: Person,
  channel: Channel,
  purpose: Purpose,
  policy: Policy,
  today: string,
): MayContact {
  const refused = refusalOf(doc, channel, today);
  if (refused !== undefined) return { may: false, ...refused };
  const record = currentPermission(permissionsOf(doc), { channel, purpose }, today);
  const isAllowed = policy.defaults[purpose] === 'allowed';
  if (record === undefined) return isAllowed ? { may: true } : { may: false, code: 'not-given' };
  switch (record.state) {
    case 'given':
      return { may: true, record };
    case 'asked':
      return isAllowed ? { may: true, record } : { may: false, code: 'not-answered', record };
    case 'withdrawn':
    case 'objected':
      return { may: false, code: record.state, record };
  }
}

type Asked = Extract<Refusal, { code: 'do-not-contact' }>;

/** What the person's own fields say, whatever the purpose. `channel` left out: to all contact. */
export const refusalOf = (doc: Person, channel?: Channel, today?: string): Asked | undefined =>
  refusals(doc, today).find(
    ({ field }) =>
      field === 'doNotContact' || (channel !== undefined && field === refusedBy[channel]),
  );

export const refusalFields = ['doNotContact', ...Object.values(refusedBy)] as const;

/**
 * All that they do not want; to be left alone altogether says the rest. `today`: what has run out
 * by then counts no more; left out: it counts still, for whoever cannot ask what day it is.
 */
export function refusals(doc: Person, today?: string): Asked[] {
  const fields = fieldsOf(person, doc);
  const { noContactReason: reason = '', noContactSince: since, noContactUntil: until } = fields;
  if (today !== undefined && until !== undefined && until < today) return [];
  const refused = refusalFields.filter((field) => fields[field] === true);
  return (refused.includes('doNotContact') ? (['doNotContact'] as const) : refused).map(
    (field) => ({
      code: 'do-not-contact' as const,
      field,
      reason,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    }),
  );
}
