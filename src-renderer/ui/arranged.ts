// Where the blocks of a page stand: as their owner put them, and those that they have not seen yet
// behind the one that they usually follow.

import type { PageLayout } from '../../src-shared/bridge/host-types.ts';

export type Column = 'side' | 'main';
export type Placed = { id: string; column: Column; order: number };

export const noLayout: PageLayout = { side: [], main: [], hidden: [] };

export type Arranged = { side: string[]; main: string[]; hidden: string[] };

export function arranged(blocks: readonly Placed[], kept: PageLayout): Arranged {
  const known = new Set(blocks.map(({ id }) => id));
  const seen = new Set<string>();
  const once = (ids: readonly string[]): string[] =>
    ids.filter((id) => known.has(id) && !seen.has(id) && seen.add(id));
  const columns = { side: once(kept.side), main: once(kept.main) };
  for (const column of ['side', 'main'] as const) {
    const usual = blocks
      .filter((one) => one.column === column)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id }) => id);
    for (const [at, id] of usual.entries()) {
      if (seen.has(id)) continue;
      const before = usual.slice(0, at).findLast((one) => columns[column].includes(one));
      const place = before === undefined ? 0 : columns[column].indexOf(before) + 1;
      columns[column].splice(place, 0, id);
    }
  }
  return { ...columns, hidden: kept.hidden.filter((id) => known.has(id)) };
}

/** Beside another one of either column; hidden ones keep their place. */
export function movedTo(
  now: Arranged,
  id: string,
  beside: string,
  side: 'before' | 'after',
): Arranged {
  if (id === beside) return now;
  const without = {
    side: now.side.filter((one) => one !== id),
    main: now.main.filter((one) => one !== id),
  };
  const column: Column = without.side.includes(beside) ? 'side' : 'main';
  const at = without[column].indexOf(beside) + (side === 'after' ? 1 : 0);
  return { ...now, ...without, [column]: without[column].toSpliced(at, 0, id) };
}
