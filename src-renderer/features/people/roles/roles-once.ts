// Roles that say the same, which two who are one now both had: shown once. Both stay as they
// are, so that the two can be taken apart.

import { foldText } from '../../../../src-shared/domain/fold.ts';
import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { textOf } from '../../../data/text-of.ts';

/** `others`: those that say nothing that it does not. */
export type RoleOnce = { role: RecordDoc; others: readonly RecordDoc[] };

/** In the same order. Where one says more than another, it is the one that is shown. */
export function rolesOnce(roles: readonly RecordDoc[]): RoleOnce[] {
  return roles.reduce<RoleOnce[]>((shown, role) => {
    const at = shown.findIndex(
      (one) => isOf(one, role) && (!adds(role, one.role) || !adds(one.role, role)),
    );
    const known = shown[at];
    if (known === undefined) return [...shown, { role, others: [] }];
    const isFuller = adds(role, known.role);
    const next = isFuller
      ? { role, others: [...known.others, known.role] }
      : { role: known.role, others: [...known.others, role] };
    return shown.with(at, next);
  }, []);
}

/** A second role that somebody was given by hand is a second one. */
const isOf = ({ role, others }: RoleOnce, other: RecordDoc): boolean =>
  [role, ...others].every((one) => textOf(one, 'from') !== textOf(other, 'from')) &&
  role.scope === other.scope &&
  ['to', 'start', 'until'].every((field) => textOf(role, field) === textOf(other, field)) &&
  foldText(textOf(role, 'title')) === foldText(textOf(other, 'title'));

const unlike: ReadonlySet<string> = new Set(['from', 'title', 'toWas']);

/** Whether a role says something that the other does not. */
const adds = (role: RecordDoc, other: RecordDoc): boolean =>
  (role.note !== '' && role.note !== other.note) ||
  Object.entries(role.fields).some(
    ([name, value]) => !unlike.has(name) && !isIn(value, other.fields[name]),
  ) ||
  Object.entries(role.sets).some(([name, items]) => {
    const known = new Set(other.sets[name]?.map(({ value }) => value));
    return items.some(({ value }) => !known.has(value));
  });

const isIn = (value: JsonValue, other: JsonValue | undefined): boolean =>
  value === null || value === '' || JSON.stringify(value) === JSON.stringify(other);
