// Roles in a card: the first as every program reads it, the others for ourselves.

import { cardRole, roleDetailText } from '../rapport-card-role.ts';
import type { WrittenRole } from '../rapport-role.ts';
import type { CardLines, Params } from './vcard-lines.ts';

export function writeRoles(lines: CardLines, [first, ...others]: readonly WrittenRole[]): void {
  if (first === undefined) return;
  const { organisation, department, title } = first;
  lines.text('org', department === '' ? [organisation] : [organisation, department]);
  if (title !== '') lines.text('title', title);
  writeParts(lines, first, ['start', 'until'], {});
  for (const role of others)
    lines.grouped((group) =>
      writeParts(lines, role, ['organisation', 'title', 'department', 'start', 'until'], group),
    );
}

type Part = Exclude<keyof typeof cardRole, 'detail'>;

function writeParts(
  lines: CardLines,
  role: WrittenRole,
  parts: readonly Part[],
  group: Params,
): void {
  for (const part of parts) if (role[part] !== '') lines.text(cardRole[part], role[part], group);
  for (const detail of role.details) lines.text(cardRole.detail, roleDetailText(detail), group);
}
