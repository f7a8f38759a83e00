// Gives people and groups that were private to this laptop to the team, together with what
// makes no sense without them or is needed to read them. What names somebody else who stays
// private stays with them, and so does what lies in the trash; what names somebody who was
// shared before is given for nobody's sake. There is no undo: what teammates have got cannot
// be called back.

import { isKeptPrivate } from '../domain/moment.ts';
import type { RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { docsByCollection } from './action.ts';
import type { Done } from './command.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { linkingCollections, namedBy } from './linking.ts';
import { connected, isLiving, settleMerged } from './merged.ts';
import { type Mergeable, mergedIntoOf } from '../domain/merging.ts';
import { type Has, linksOf, privateReader } from './privacy.ts';
import { withScope } from './scope.ts';

export type Asked = { people: readonly string[]; groups: readonly string[] };
/** What the team gets that was private here; `naming`: moments, ties and the like. */
export type Reach = { people: RecordDoc[]; groups: RecordDoc[]; naming: RecordDoc[] };

type Reading = Pick<RecordTx, 'get' | 'byKeys'>;

export function shareRecords(tx: RecordTx, asked: Asked, context: CommandContext): Result<Done> {
  const { people, groups, naming } = reachOf(tx, asked, context);
  const shared = (docs: readonly RecordDoc[]): RecordDoc[] =>
    docs.map((doc) => withScope(doc, 'team', context));
  tx.put('people', shared(people));
  tx.put('groups', shared(groups));
  // Only records of kinds that are known name somebody.
  for (const [collection, docs] of docsByCollection(naming, context))
    tx.put(collection, shared(docs));
  settleMerged(tx, 'people', idsOf(people));
  settleMerged(tx, 'groups', idsOf(groups));
  const given = new Set(idsOf([...people, ...groups]));
  const ids = [...new Set([...asked.people, ...asked.groups])].filter((id) => given.has(id));
  return ok({ action: '', label: 'share', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}

/** What sharing these gives to the team. */
export function reachOf(tx: Reading, asked: Asked, context: CommandContext): Reach {
  const { has } = privateReader(tx);
  const people = wholeOf(tx, 'people', asked.people);
  const own = wholeOf(tx, 'groups', asked.groups);
  const given = new Set(idsOf([...people, ...own]));
  // A group that is given along is no reason to wait: a moment with two people is.
  const follows = namingOf(tx, [...given], context).filter((doc) =>
    linksOf(doc, context).every(
      ({ id, target: { to, along } }) =>
        given.has(id) ||
        !to.some(
          (collection) => !(along === true && collection === 'groups') && has(collection, id),
        ),
    ),
  );
  const along = [...people, ...follows].flatMap((doc) => alongOf(doc, context));
  const alongside = [...tx.get('groups', along).values()].filter(isLiving);
  const groups = [
    ...own,
    ...wholeOf(tx, 'groups', idsOf(alongside)).filter(({ id }) => !given.has(id)),
  ];
  return { people, groups, naming: readyOf(tx, [...people, ...groups], has, context) };
}

/**
 * What was found to be the same as others is given with all of them, and with whatever
 * stands for them: apart they would be hidden from the team, or come in two.
 */
function wholeOf(tx: Reading, of: Mergeable, ids: readonly string[]): RecordDoc[] {
  const all = connected(tx, of, ids);
  const wanted = new Set(ids);
  for (const [id, doc] of all) if (isLiving(doc)) wanted.add(id);
  for (const id of wanted) {
    const doc = all.get(id);
    const keeper = doc === undefined ? undefined : mergedIntoOf(doc);
    if (keeper !== undefined && all.has(keeper)) wanted.add(keeper);
  }
  return [...all.values()].filter((doc) => wanted.has(doc.id) && isPrivate(doc));
}

const isPrivate = ({ scope, status }: RecordDoc): boolean =>
  scope === 'private' && status !== 'erased';

const alongOf = (doc: RecordDoc, context: CommandContext): string[] =>
  linksOf(doc, context)
    .filter(({ target }) => target.along === true)
    .map(({ id }) => id);

/** What is private only for whom it names, once nobody of these is: step by step. */
function readyOf(
  tx: Reading,
  given: readonly RecordDoc[],
  has: Has,
  context: CommandContext,
): RecordDoc[] {
  const shared = new Set(idsOf(given));
  const ready: RecordDoc[] = [];
  for (let news = [...shared]; news.length > 0;) {
    const next = namingOf(tx, news, context).filter(
      (doc) =>
        !shared.has(doc.id) &&
        linksOf(doc, context).every(
          ({ id, target }) => shared.has(id) || !target.to.some((to) => has(to, id)),
        ),
    );
    for (const { id } of next) shared.add(id);
    ready.push(...next);
    news = idsOf(next);
  }
  return ready;
}

/** Records that are private only for whom they name. */
const namingOf = (tx: Reading, ids: readonly string[], context: CommandContext): RecordDoc[] =>
  linkingCollections(context)
    .flatMap((collection) => namedBy(tx, collection, ids, context))
    .filter(
      (doc) =>
        isPrivate(doc) &&
        doc.status === 'live' &&
        !isKeptPrivate(doc) &&
        kindsOf(context).get(doc.kind)?.privacy === 'as-linked',
    );

const idsOf = (docs: readonly RecordDoc[]): string[] => docs.map(({ id }) => id as string);
