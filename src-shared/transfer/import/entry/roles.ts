// Roles a file brings beside the roles a person has: the same one again, one whose
// blanks it fills, or another.

import { foldText } from '../../../domain/fold.ts';
import type { IncomingRole } from './incoming.ts';

export type KnownRole = {
  /** Id of the tie; absent for one that is about to be made. */
  tie?: string;
  organisationId?: string;
  /** Folded name. */
  organisation: string;
  title: string;
  department: string;
  start: string;
  until: string;
  expects: string;
  stance: string;
};

export type RoleStep =
  | { type: 'make'; role: IncomingRole }
  | { type: 'fill'; tie: string; organisation: string; fields: { [field: string]: string } };

/** Which role it is. */
const identity = ['title', 'department', 'start', 'until'] as const;
export const roleParts = [...identity, 'expects', 'stance'] as const;
type RolePart = (typeof roleParts)[number];

/**
 * `exact`: our own CSV says everything that tells one role from another; what is expected in
 * it may be blank there, as earlier versions did not write it.
 */
export function planRoles(
  incoming: readonly IncomingRole[],
  existing: readonly KnownRole[],
  exact: boolean,
): RoleStep[] {
  const known = existing.map((role) => ({ ...role }));
  const steps: RoleStep[] = [];
  for (const role of incoming) {
    const organisation = foldText(role.organisation);
    const there = known.filter(
      (one) =>
        one.organisation === organisation ||
        (role.organisationId !== undefined && one.organisationId === role.organisationId),
    );
    if (
      there.some((one) =>
        roleParts.every((part) => isSilent(role, part, exact) || same(one[part], role[part])),
      )
    )
      continue;
    const open = there.find((one) =>
      roleParts.every(
        (part) =>
          isSilent(role, part, exact) ||
          (one[part] === '' && !isTold(part, exact)) ||
          same(one[part], role[part]),
      ),
    );
    if (open === undefined) {
      known.push(knownFrom(role, organisation));
      steps.push({ type: 'make', role: { ...role } });
      continue;
    }
    const fields: { [field: string]: string } = {};
    for (const part of roleParts)
      if (open[part] === '' && (role[part] ?? '') !== '')
        fields[part] = open[part] = role[part] ?? '';
    if (open.tie !== undefined)
      steps.push({ type: 'fill', tie: open.tie, organisation: role.organisation, fields });
    else fillMade(steps, organisation, open, fields);
  }
  return steps;
}

function fillMade(
  steps: readonly RoleStep[],
  organisation: string,
  open: KnownRole,
  fields: { [field: string]: string },
): void {
  const made = steps.find(
    (step) =>
      step.type === 'make' &&
      foldText(step.role.organisation) === organisation &&
      roleParts.every((part) => part in fields || same(open[part], step.role[part])),
  );
  if (made?.type === 'make') Object.assign(made.role, fields);
}

/** Whether even a blank tells roles apart by this part. */
const isTold = (part: RolePart, exact: boolean): boolean =>
  exact && identity.some((one) => one === part);

const isSilent = (role: IncomingRole, part: RolePart, exact: boolean): boolean =>
  (role[part] ?? '') === '' && !isTold(part, exact);

const same = (a: string, b = ''): boolean => a === b || foldText(a) === foldText(b);

const knownFrom = (role: IncomingRole, organisation: string): KnownRole => ({
  organisation,
  ...(role.organisationId === undefined ? {} : { organisationId: role.organisationId }),
  title: role.title ?? '',
  department: role.department ?? '',
  start: role.start ?? '',
  until: role.until ?? '',
  expects: role.expects ?? '',
  stance: role.stance ?? '',
});
