// Roles a file brings beside the roles a person has: the same one again, one whose
// blanks it fills, or another.

import { foldText } from '../../../domain/fold.ts';
import type { IncomingRole, OwnValues } from './incoming.ts';
import { hasOwn, isFilling, noOwn, ownNews, withOwn } from './own-of-roles.ts';

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
  /** What stands in fields of the team's own. */
  own?: OwnValues;
};

export type RoleStep =
  | { type: 'make'; role: IncomingRole }
  | {
      type: 'fill';
      tie: string;
      organisation: string;
      fields: { [field: string]: string };
      /** What is new in fields of the team's own, and what they had. */
      own: OwnValues;
      was: OwnValues;
    };

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
  const known = existing.map((role): Open => ({ ...role, isTaken: false }));
  const steps: RoleStep[] = [];
  for (const role of incoming) {
    const organisation = foldText(role.organisation);
    const there = known.filter(
      (one) =>
        one.organisation === organisation ||
        (role.organisationId !== undefined && one.organisationId === role.organisationId),
    );
    const isSame = (one: Open): boolean =>
      roleParts.every((part) => isSilent(role, part, exact) || same(one[part], role[part]));
    const isOpen = (one: Open): boolean =>
      roleParts.every(
        (part) =>
          isSilent(role, part, exact) ||
          (one[part] === '' && !isTold(part, exact)) ||
          same(one[part], role[part]),
      );
    const open = closest(there.filter(isSame), role) ?? closest(there.filter(isOpen), role);
    if (open === undefined) {
      const made = { ...role };
      known.push({ ...knownFrom(role, organisation), made, isTaken: true });
      steps.push({ type: 'make', role: made });
      continue;
    }
    open.isTaken = true;
    const fields: { [field: string]: string } = {};
    for (const part of roleParts)
      if (open[part] === '' && (role[part] ?? '') !== '')
        fields[part] = open[part] = role[part] ?? '';
    const was = open.own ?? noOwn;
    const own = ownNews(role.own, was);
    if (hasOwn(own)) open.own = withOwn(was, own);
    if (open.made !== undefined)
      Object.assign(open.made, fields, open.own === undefined ? {} : { own: open.own });
    else if (open.tie !== undefined && (hasOwn(own) || Object.keys(fields).length > 0))
      steps.push({
        type: 'fill',
        tie: open.tie,
        organisation: role.organisation,
        fields,
        own,
        was,
      });
  }
  return steps;
}

/** `made`: what is about to be made of it; `isTaken`: a role of the file was taken for it. */
type Open = KnownRole & { made?: IncomingRole; isTaken: boolean };

/**
 * Of roles that are alike the one that has what fields of the team's own say of it, else one
 * that says nothing else there, else one that no other role of the file was taken for.
 */
const closest = (alike: readonly Open[], { own }: IncomingRole): Open | undefined =>
  alike.find((one) => !hasOwn(ownNews(own, one.own ?? noOwn))) ??
  alike.find((one) => isFilling(own, one.own ?? noOwn)) ??
  alike.find(({ isTaken }) => !isTaken);

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
  ...(role.own === undefined ? {} : { own: role.own }),
});
