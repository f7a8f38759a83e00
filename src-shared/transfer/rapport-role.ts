// Roles in our own CSV: `role 1 organisation`, `role 1 title` and so on for as many as the data
// needs, and `role 1 field Shift` for what stands in a field that the team defined for roles.

/** What stands in such a field, under its name. */
export type RoleDetail = { label: string; value: string };

/** A role as text, in exports of every format. */
export type WrittenRole = {
  organisation: string;
  organisationId: string;
  title: string;
  department: string;
  /** YYYY-MM-DD, YYYY-MM, YYYY or ''. */
  start: string;
  until: string;
  expects: string;
  stance: string;
  details: readonly RoleDetail[];
};
type Part = Exclude<keyof WrittenRole, 'details'>;

const partByHeader = new Map<string, Part>([
  ['organisation', 'organisation'],
  ['organisation id', 'organisationId'],
  ['title', 'title'],
  ['department', 'department'],
  ['start', 'start'],
  ['until', 'until'],
  ['expects', 'expects'],
  ['stance', 'stance'],
]);
const partNames: { [part in Part]: string } = {
  organisation: 'name',
  organisationId: 'id',
  title: 'title',
  department: 'department',
  start: 'start',
  until: 'until',
  expects: 'expects',
  stance: 'stance',
};
const ownHeader = 'field ';
/** Before the name of a field that the team defined, in a target path. */
export const ownRolePart = 'own:';

type Roles = readonly Partial<WrittenRole>[];
export type RoleColumns = {
  /** Must see everybody's before the others are asked. */
  measure(roles: Roles): void;
  header(): string[];
  pushCells(cells: string[], roles: Roles): void;
};

export function createRoleColumns(): RoleColumns {
  /** Of each role the names of its own fields; one stands twice where two values go by it. */
  const labelsByRole: string[][] = [];
  return {
    measure(roles) {
      for (let at = 0; at < roles.length; at += 1) {
        const labels = (labelsByRole[at] ??= []);
        const left = [...labels];
        for (const { label } of roles[at]?.details ?? []) {
          const known = left.indexOf(label);
          if (known === -1) labels.push(label);
          else left.splice(known, 1);
        }
      }
    },
    header: () =>
      labelsByRole.flatMap((labels, at) =>
        [...partByHeader.keys(), ...labels.map((label) => `${ownHeader}${label}`)].map(
          (part) => `role ${at + 1} ${part}`,
        ),
      ),
    pushCells(cells, roles) {
      for (let at = 0; at < labelsByRole.length; at += 1) {
        const role = roles[at];
        for (const part of partByHeader.values()) cells.push(role?.[part] ?? '');
        const left = [...(role?.details ?? [])];
        for (const label of labelsByRole[at] ?? []) {
          const found = left.findIndex((one) => one.label === label);
          cells.push(found === -1 ? '' : (left.splice(found, 1)[0]?.value ?? ''));
        }
      }
    },
  };
}

/** The import's name for a part of a role; undefined where the header says none. */
export function rolePartOf(header: string): string | undefined {
  if (header.startsWith(ownHeader)) return `${ownRolePart}${header.slice(ownHeader.length)}`;
  const part = partByHeader.get(header);
  return part === undefined ? undefined : partNames[part];
}
