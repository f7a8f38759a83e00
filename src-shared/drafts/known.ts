// What the places of a text are filled in with for somebody, found among the records that lead
// to them.

import { dueOf } from '../domain/promise-due.ts';
import { sideOf, stateOf } from '../domain/promise.ts';
import type { RecordDoc } from '../domain/record.ts';
import { isCurrentRole } from '../query/links.ts';
import type { Known } from './places.ts';

export type Found = {
  /** Under which somebody is known: their own id, and those of whom they were made from. */
  ids: readonly string[];
  ties: readonly RecordDoc[];
  promises: readonly RecordDoc[];
  groupName: (id: string) => string;
  /** YYYY-MM-DD where the reader is. */
  today: string;
};

const textIn = ({ fields }: RecordDoc, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
};

/** Their roles that are current. */
export const rolesAmong = ({ ids, ties, today }: Pick<Found, 'ids' | 'ties' | 'today'>) =>
  ties.filter(
    (tie) =>
      tie.fields['type'] === 'role' &&
      ids.includes(textIn(tie, 'from')) &&
      isCurrentRole(tie, today),
  );

/** Their first role, and what we owe them first. */
export function foundOf(found: Found): Pick<Known, 'role' | 'promise'> {
  const [role] = rolesAmong(found);
  const [first] = found.promises
    .filter((one) => stateOf(one) === 'open' && sideOf(one) === 'ours')
    .toSorted((a, b) => (dueOf(a)?.day ?? '9').localeCompare(dueOf(b)?.day ?? '9'));
  return {
    role:
      role === undefined
        ? undefined
        : { title: textIn(role, 'title'), group: found.groupName(textIn(role, 'to')) },
    promise: first?.name ?? '',
  };
}
