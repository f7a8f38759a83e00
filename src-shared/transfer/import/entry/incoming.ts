// One person or organisation as a file gives them, normalised, before anybody knows whether
// they are new.

import type { JsonValue, SetItem } from '../../../domain/record.ts';
import type { RowReason } from '../../import-types.ts';
import type { RoleDetail } from '../../rapport-role.ts';

export type IncomingItem = Omit<SetItem, 'id'>;

/**
 * Dates YYYY-MM-DD, YYYY-MM, YYYY or absent. `organisationId`, `expects` and `stance` only
 * from our own CSV.
 */
export type IncomingRole = {
  organisation: string;
  organisationId?: string;
  title?: string;
  department?: string;
  start?: string;
  until?: string;
  expects?: string;
  stance?: string;
  /** What fields of the team's own said of it in the file; what became of them is in `own`. */
  details?: RoleDetail[];
  own?: OwnValues;
};

/** Values of fields of the team's own, by their keys. */
export type OwnValues = {
  fields: { [key: string]: JsonValue };
  sets: { [key: string]: IncomingItem[] };
};

/** An organisation has no roles and no buckets; its name is the field `name`. */
export type Incoming = {
  kind: 'person' | 'organisation';
  /** First line of the row or card, from 1. */
  line: number;
  /** Record id, from our own CSV. */
  id?: string;
  scope?: 'private';
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: IncomingItem[] };
  note: string;
  roles: IncomingRole[];
  /** Buckets by name, with their id where the file knows it. */
  buckets: { name: string; id?: string }[];
  remarks: RowReason[];
};

export const emptyIncoming = (line: number): Incoming => ({
  kind: 'person',
  line,
  fields: {},
  sets: {},
  note: '',
  roles: [],
  buckets: [],
  remarks: [],
});

export const organisationName = ({ fields }: Incoming): string =>
  typeof fields['name'] === 'string' ? fields['name'] : '';

export function addItem(incoming: Pick<Incoming, 'sets'>, set: string, item: IncomingItem): void {
  const items = incoming.sets[set];
  if (items === undefined) incoming.sets[set] = [item];
  else items.push(item);
}

export const makeItem = (value: string, label?: string, more?: SetItem['more']): IncomingItem => ({
  value,
  ...(label === undefined || label === '' ? {} : { label }),
  ...(more === undefined ? {} : { more }),
});

/** Labels that only the column of their value implies: a program has no other for it. */
const assumed = new WeakSet<IncomingItem | Incoming>();
export const assumeLabel = (item: IncomingItem): void => void assumed.add(item);
/** Parts of a name that were taken out of a whole one. */
export const assumeName = (incoming: Incoming): void => void assumed.add(incoming);
export const isAssumed = (what: IncomingItem | Incoming): boolean => assumed.has(what);

export function addRemark(incoming: Incoming, remark: RowReason): void {
  if (!incoming.remarks.includes(remark)) incoming.remarks.push(remark);
}

/** A record's state may have 1 MiB and a set 5,000 items; this leaves room for edits. */
const mostBytes = 900_000;
const mostItems = 5_000;

/** `size` in characters of the source spares small ones the measuring. */
export function isTooLarge(incoming: Incoming, size: number): boolean {
  if (size < 10_000) return false;
  if (Object.values(incoming.sets).some((items) => items.length > mostItems)) return true;
  return (
    size > mostBytes / 3 && new TextEncoder().encode(JSON.stringify(incoming)).length > mostBytes
  );
}
