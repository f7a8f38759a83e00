// How many rows of a list that is held still would stand elsewhere by now.

/**
 * `held`: as it is shown, `now`: as it would be. Of those that are in both, only the `edited`
 * can have moved: the others make room.
 */
export function movedRows(
  held: readonly string[],
  now: readonly string[],
  edited: ReadonlySet<string>,
): number {
  const before = placesIn(held, edited, new Set(now));
  const after = placesIn(now, edited, new Set(held));
  const there = new Set(now);
  const was = new Set(held);
  const gone = held.filter((id) => !there.has(id)).length;
  const come = now.filter((id) => !was.has(id)).length;
  const moved = [...before].filter(([id, place]) => {
    const next = after.get(id);
    return next !== undefined && next !== place;
  }).length;
  return gone + come + moved;
}

/** Behind how many of the others that stay each of the edited stands. */
function placesIn(
  ids: readonly string[],
  edited: ReadonlySet<string>,
  staying: ReadonlySet<string>,
): Map<string, number> {
  const places = new Map<string, number>();
  let others = 0;
  for (const id of ids) {
    if (edited.has(id)) places.set(id, others);
    else if (staying.has(id)) others += 1;
  }
  return places;
}
