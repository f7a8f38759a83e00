// What leads to many people, read at once, for what is done with them: their roles, promises, what
// happened of late, and who has the same addresses.

import { budgetSince } from '../../src-shared/care/budget.ts';
import { mergedIntoOf, mergedKey } from '../../src-shared/domain/merging.ts';
import { promise } from '../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { addressesOf } from '../../src-shared/drafts/check-run.ts';
import { foundOf, rolesAmong } from '../../src-shared/drafts/known.ts';
import { readKeepers } from '../../src-shared/records/merged.ts';
import { peopleAt, recordsWithIds } from './queries/any-record.ts';
import { momentsSince, workNaming } from './queries/happened.ts';
import { mergedInto } from './queries/merged.ts';
import type { Query } from './queries/query.ts';
import { tiesOf } from './queries/ties.ts';
import { textOf } from './text-of.ts';

type Read = (query: Query | undefined) => Promise<RecordDoc[]>;

/** So many promises are looked through of one person. */
export const mostPromises = 50;

/** Whoever was merged into somebody since is them. */
export async function peopleNow(
  ids: readonly string[],
  read: Read,
): Promise<Map<string, RecordDoc>> {
  const load = async (some: readonly string[]) =>
    new Map((await read(recordsWithIds('people', some))).map((doc) => [doc.id as string, doc]));
  const found = await load(ids);
  const merged = [...found.values()].filter((doc) => doc.status === 'merged');
  if (merged.length === 0) return found;
  const keepers = await readKeepers(
    merged.filter((doc) => mergedIntoOf(doc) !== undefined).map(({ id }) => id),
    load,
  );
  const kept = await load([...keepers.values()]);
  for (const [id, keeper] of keepers) {
    const doc = kept.get(keeper);
    if (doc !== undefined) found.set(id, doc);
  }
  return found;
}

/** What leads to these people. */
export async function readAround(
  people: readonly RecordDoc[],
  { now, today }: { /** ms since 1970. */ now: number; /** YYYY-MM-DD here. */ today: string },
  read: Read,
) {
  const own = people.map(({ id }) => id as string);
  const parts = await read(mergedInto('people', own));
  const familyOf = (id: string): string[] => [
    id,
    ...parts.filter(({ keys }) => keys.includes(mergedKey(id))).map((doc) => doc.id as string),
  ];
  const all = own.flatMap(familyOf);
  const [ties, promises, moments, sharing] = await Promise.all([
    read(tiesOf(all)),
    read(workNaming(all, [promise.kind], mostPromises * own.length)),
    read(momentsSince(all, budgetSince(now))),
    read(peopleAt([...new Set(people.flatMap(addressesOf).map((one) => one.toLowerCase()))])),
  ]);
  const roles = rolesAmong({ ids: all, ties, today });
  const groups = await read(
    recordsWithIds(
      'groups',
      roles.map((role) => textOf(role, 'to')).filter((id) => id !== ''),
    ),
  );
  const names = new Map(groups.map(({ id, name }) => [id as string, name]));
  const byKey = (docs: readonly RecordDoc[]) => {
    const found = new Map<string, RecordDoc[]>();
    for (const doc of docs) for (const key of doc.keys) push(found, key, doc);
    return (keys: readonly string[]): RecordDoc[] => keys.flatMap((key) => found.get(key) ?? []);
  };
  const [tiesBy, promisesBy, momentsBy, sharingBy] = [ties, promises, moments, sharing].map(byKey);
  return {
    forCheck: {
      sharing: (address: string) => sharingBy?.([`email:${address}`]) ?? [],
      moments: (person: string) => momentsBy?.(familyOf(person)) ?? [],
    },
    restOf: ({ id }: RecordDoc) => {
      const ids = familyOf(id);
      return foundOf({
        ids,
        ties: tiesBy?.(ids) ?? [],
        promises: promisesBy?.(ids) ?? [],
        groupName: (group) => names.get(group) ?? '',
        today,
      });
    },
  };
}

function push(into: Map<string, RecordDoc[]>, key: string, doc: RecordDoc): void {
  const there = into.get(key);
  if (there === undefined) into.set(key, [doc]);
  else there.push(doc);
}
