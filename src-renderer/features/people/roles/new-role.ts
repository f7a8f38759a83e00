// A role that is being added: the tie, and the organisation where the book has none of
// that name.

import { v7 as uuidv7 } from 'uuid';

import type { NewRecord, RecordId } from '../../../../src-shared/domain/record.ts';

type Typed = { company: string; title: string };

/** Empty where neither is given. `known`: the id of an organisation of that name. */
export function newRole(person: string, typed: Typed, known: string | undefined): NewRecord[] {
  const company = typed.company.trim();
  const title = typed.title.trim();
  if (company === '' && title === '') return [];
  const to = known ?? uuidv7();
  const fields = { type: 'role', from: person, title, ...(company === '' ? {} : { to }) };
  const role: NewRecord = { kind: 'tie', fields };
  return known !== undefined || company === ''
    ? [role]
    : [{ id: to as RecordId, kind: 'organisation', fields: { name: company } }, role];
}
