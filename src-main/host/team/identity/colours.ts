// The colours by which a team's members are told apart.

import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';

export const firstColour = '#1f7a5c';
const colours = [
  firstColour,
  '#b4562e',
  '#3a5fcd',
  '#8a3fa0',
  '#a8324a',
  '#4d7c0f',
  '#0e7490',
  '#92610a',
];

/** One that no member has yet, while there are any. */
export function freeColour(membership: Membership): string {
  const taken = new Set([...membership.members.values()].map(({ colour }) => colour));
  const free = colours.find((colour) => !taken.has(colour));
  return free ?? colours[membership.members.size % colours.length] ?? firstColour;
}
