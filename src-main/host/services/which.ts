// Finds the records that a request names by a view.

import type { PeopleFound } from '../../../src-shared/bridge/host-types.ts';
import type { WhichPeople } from '../../../src-shared/bridge/requests/which.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import {
  isCondition,
  parseView,
  type View,
  type ViewCondition,
  type ViewNode,
} from '../../../src-shared/query/view.ts';
import { isZone } from '../../../src-shared/values/zone.ts';
import type { Book } from '../book/book.ts';
import type { Views } from '../book/query/views.ts';
import type { ServiceContext } from './context.ts';
import { type FoundPeople, peopleFound, withHits } from './people-found.ts';

export type AskedView = { book: Book; views: Views; view: View };

/** Facts that views ask for are brought up to date first. */
export async function openView(
  context: ServiceContext,
  { view: raw, zone, weekStart }: Pick<WhichPeople, 'view' | 'zone' | 'weekStart'>,
): Promise<Result<AskedView>> {
  const view = parseView(raw);
  if (!view.ok) return view;
  const opened = await openViews(context, { zone, weekStart });
  return opened.ok ? ok({ ...opened.value, view: view.value }) : opened;
}

/** The book as views see it where the reader is. */
export async function openViews(
  context: ServiceContext,
  { zone, weekStart }: Pick<WhichPeople, 'zone' | 'weekStart'>,
): Promise<Result<Omit<AskedView, 'view'>>> {
  if (!isZone(zone)) return fail('bad-input');
  const book = context.book();
  if (!book.ok) return book;
  await book.value.facts.refresh();
  const now = context.commandContext().now();
  const kinds = await book.value.kinds();
  const smart = await book.value.smart();
  const views = book.value.views({ now, zone, weekStart, kinds, smart });
  return ok({ book: book.value, views });
}

const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** Ids in the view's order. */
export const peopleIn = (context: ServiceContext, which: WhichPeople): Promise<Result<string[]>> =>
  recordsIn(context, 'people', which);

/** The same of any list; only people are searched. */
export async function recordsIn(
  context: ServiceContext,
  of: View['of'],
  which: WhichPeople,
): Promise<Result<string[]>> {
  const opened = await openWhole(context, of, which);
  return opened.ok ? ok(await idsOf(opened.value, which)) : opened;
}

export async function countChosen(
  context: ServiceContext,
  which: WhichPeople,
): Promise<Result<number>> {
  const opened = await openWhole(context, undefined, which);
  if (!opened.ok) return opened;
  const { views, view } = opened.value;
  const isAll = (which.text ?? '').trim() === '' && (which.without ?? []).length === 0;
  // Counting needs no order: with very many people that is most of the work.
  return ok(isAll ? views.count(view) : (await idsOf(opened.value, which)).length);
}

/**
 * A view that cannot be followed in every part names others than whoever made it meant: `not-a-view`.
 */
async function openWhole(
  context: ServiceContext,
  of: View['of'] | undefined,
  which: WhichPeople,
): Promise<Result<AskedView>> {
  const opened = await openView(context, which);
  if (!opened.ok) return opened;
  const { views, view } = opened.value;
  if (of !== undefined && view.of !== of) return fail('not-a-view', { where: 'of' });
  if (view.of !== 'people' && (which.text ?? '') !== '') return fail('bad-input');
  const [mark] = views.marks(view);
  return mark === undefined ? opened : fail('not-a-view', { where: mark.at });
}

async function idsOf(
  { book, views, view }: AskedView,
  { text = '', without = [] }: WhichPeople,
): Promise<string[]> {
  const ids = views.ids(view, whole);
  const found = text.trim() === '' ? undefined : (await peopleFound(book, text)).found;
  const letGo = new Set(without);
  return ids.filter((id) => found?.has(id) !== false && !letGo.has(id));
}

/** At most `limit` of those whom a search finds in a view: in its order, or the best first. */
export async function searchPeople(
  context: ServiceContext,
  { text, byView, limit, ...which }: WhichPeople & { text: string; byView: boolean; limit: number },
): Promise<Result<PeopleFound>> {
  const opened = await openView(context, which);
  if (!opened.ok) return opened;
  const { book, views, view } = opened.value;
  if (view.of !== 'people') return fail('not-a-view', { where: 'of' });
  const isEverybody = !isCondition(view.conditions) && isEmpty(view.conditions);
  const isBest = !byView && isEverybody;
  // One more of each than is wanted: more of everybody cannot be among the best.
  const found = await peopleFound(book, text, isBest ? limit + 1 : undefined);
  const ids = isBest
    ? await liveIn(book, found.found)
    : inView(views.ids(view, whole), found.found, byView);
  return ok({ ...withHits(book, text, ids.slice(0, limit), found), more: ids.length > limit });
}

const isEmpty = (node: Exclude<ViewNode, ViewCondition>): boolean =>
  'all' in node && node.all.length === 0;

function inView(ids: readonly string[], found: FoundPeople, byView: boolean): string[] {
  if (byView) return ids.filter((id) => found.has(id));
  const shown = new Set(ids);
  return [...found.keys()].filter((id) => shown.has(id));
}

async function liveIn({ store }: Book, found: FoundPeople): Promise<string[]> {
  const docs = await store.get('people', [...found.keys()]);
  return [...found.keys()].filter((id) => docs.get(id)?.status === 'live');
}
