// What a contact card has no property for: the days of a role and, as `Shift=night`, what the
// team's own fields say of it, beside the ORG and TITLE of the first role; every further role in
// a group of its own. Other programs pass over these and show the first.

import type { RoleDetail } from './rapport-role.ts';

export const cardRole = {
  detail: 'x-rapport-role',
  organisation: 'x-rapport-org',
  title: 'x-rapport-title',
  department: 'x-rapport-department',
  start: 'x-rapport-start',
  until: 'x-rapport-until',
} as const;

/** Of the name, which ends at the first `=`. */
const signs = new Map([
  ['%', '%25'],
  ['=', '%3D'],
]);

export const roleDetailText = ({ label, value }: RoleDetail): string =>
  `${label.replace(/[%=]/g, (sign) => signs.get(sign) ?? sign)}=${value}`;

/** Undefined for what we did not write. */
export function readRoleDetail(text: string): RoleDetail | undefined {
  const at = text.indexOf('=');
  if (at === -1) return undefined;
  const label = text.slice(0, at).replaceAll('%3D', '=').replaceAll('%25', '%');
  return { label, value: text.slice(at + 1) };
}
