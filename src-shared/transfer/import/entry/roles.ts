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
};

export type RoleStep =
  | { type: 'make'; role: IncomingRole }
  | { type: 'fill'; tie: string; organisation: string; fields: { [field: string]: string } };

const parts = ['title', 'department', 'start', 'until'] as const;

/** `exact`: nothing is filled, as our own CSV says everything of a role. */
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
        parts.every((part) =>
          (role[part] ?? '') === '' && !exact ? true : same(one[part], role[part]),
        ),
      )
    )
      continue;
    const open = exact
      ? undefined
      : there.find((one) =>
          parts.every(
            (part) => one[part] === '' || (role[part] ?? '') === '' || same(one[part], role[part]),
          ),
        );
    if (open === undefined) {
      known.push(knownFrom(role, organisation));
      steps.push({ type: 'make', role: { ...role } });
      continue;
    }
    const fields: { [field: string]: string } = {};
    for (const part of parts)
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
      parts.every((part) => part in fields || same(open[part], step.role[part])),
  );
  if (made?.type === 'make') Object.assign(made.role, fields);
}

const same = (a: string, b = ''): boolean => a === b || foldText(a) === foldText(b);

const knownFrom = (role: IncomingRole, organisation: string): KnownRole => ({
  organisation,
  ...(role.organisationId === undefined ? {} : { organisationId: role.organisationId }),
  title: role.title ?? '',
  department: role.department ?? '',
  start: role.start ?? '',
  until: role.until ?? '',
});
