// Who is told first of what is nobody's in particular, so that two teammates do not turn to the
// same person. It follows from the records and from who belongs to the team, which all laptops
// know alike, also while they do not reach each other: the member whose laptop is nearest. The
// others hear of it later, one after the other as far as they see each other, if it is still open.

export type TeamNow = {
  /** This laptop. */
  self: string;
  /** The members who are there, by the laptops they have, also by ids these had before. */
  members: ReadonlyMap<string, string>;
  /** Laptops that can be reached now. */
  linked: ReadonlySet<string>;
};

/** So long after the first the next one is told. */
export const stepMs = 30 * 60_000;

/** How long this laptop waits, in ms; 0: it is told first. */
export function waitOf(nearest: string | undefined, team: TeamNow): number {
  if (nearest === undefined) return 0;
  const { self, members, linked } = team;
  const own = members.get(self);
  const first = firstOf(nearest, members);
  if (own === undefined || first === undefined || own === first) return 0;
  const here = inOrder([self, ...linked].filter((device) => members.get(device) !== first));
  const names = [...new Set(here.flatMap((device) => members.get(device) ?? []))];
  return stepMs * (1 + Math.max(0, names.indexOf(own)));
}

/** Where the nearest has gone, whoever has the lowest laptop. */
function firstOf(nearest: string, members: TeamNow['members']): string | undefined {
  const [lowest] = inOrder([...members.keys()]);
  return members.get(nearest) ?? (lowest === undefined ? undefined : members.get(lowest));
}

const inOrder = (devices: readonly string[]): string[] =>
  devices.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
