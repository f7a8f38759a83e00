// Who is senior where two owners speak against each other.

import type { Founding } from './founding.ts';
import type { Entry } from './graph.ts';

type Known = { founding: Founding; roles: ReadonlyMap<string, readonly Entry[]> };

export const founderOf = ({ members }: Founding): string => [...members.keys()][0] ?? '';

/** Smaller is senior: the founder, then owners by when they became one, in letters that sort so. */
export function ranksOf({ founding, roles }: Known): (device: string) => string {
  const first = [...founding.members.values()];
  const founder = founderOf(founding);
  return (device) => {
    const at = first.findIndex(({ id }) => id === device);
    if (device === founder) return '0';
    if (first[at]?.role === 'owner') return `1${pad(at)}`;
    const made = (roles.get(device) ?? []).find(
      ({ said }) => said?.t === 'role' && said.role === 'owner',
    );
    return made === undefined ? '3' : `2${pad(made.depth)}${made.id}`;
  };
}

const pad = (n: number): string => String(n).padStart(8, '0');
