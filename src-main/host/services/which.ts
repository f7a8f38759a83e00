// Finds the records that a request names by a view.

import type { WhichPeople } from '../../../src-shared/bridge/requests/which.ts';
import { peopleOfMoment } from '../../../src-shared/domain/moment.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { parseView, type View } from '../../../src-shared/query/view.ts';
import type { Book } from '../book/book.ts';
import type { Views } from '../book/query/views.ts';
import type { ServiceContext } from './context.ts';

export type AskedView = { book: Book; views: Views; view: View };

/** Facts that views ask for are brought up to date first. */
export async function openView(
  context: ServiceContext,
  { view: raw, zone, weekStart }: Pick<WhichPeople, 'view' | 'zone' | 'weekStart'>,
): Promise<Result<AskedView>> {
  const view = parseView(raw);
  if (!view.ok) return view;
  if (!isZone(zone)) return fail('bad-input');
  const book = context.book();
  if (!book.ok) return book;
  await book.value.facts.refresh();
  const now = context.commandContext().now();
  const views = book.value.views({ now, zone, weekStart });
  return ok({ book: book.value, views, view: view.value });
}

const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** Ids in the view's order. */
export async function peopleIn(
  context: ServiceContext,
  which: WhichPeople,
): Promise<Result<string[]>> {
  const opened = await openWhole(context, which);
  return opened.ok ? ok(await idsOf(opened.value, which)) : opened;
}

export async function countPeople(
  context: ServiceContext,
  which: WhichPeople,
): Promise<Result<number>> {
  const opened = await openWhole(context, which);
  if (!opened.ok) return opened;
  const { views, view } = opened.value;
  const isAll = (which.text ?? '').trim() === '' && (which.without ?? []).length === 0;
  // Counting needs no order: with very many people that is most of the work.
  return ok(isAll ? views.count(view) : (await idsOf(opened.value, which)).length);
}

/**
 * A view that cannot be followed in every part names other people than whoever made it
 * meant: `not-a-view`.
 */
async function openWhole(context: ServiceContext, which: WhichPeople): Promise<Result<AskedView>> {
  const opened = await openView(context, which);
  if (!opened.ok) return opened;
  const { views, view } = opened.value;
  if (view.of !== 'people') return fail('not-a-view', { where: 'of' });
  const [mark] = views.marks(view);
  return mark === undefined ? opened : fail('not-a-view', { where: mark.at });
}

async function idsOf(
  { book, views, view }: AskedView,
  { text = '', without = [] }: WhichPeople,
): Promise<string[]> {
  const ids = views.ids(view, whole);
  const found = text.trim() === '' ? undefined : await peopleFound(book, text);
  const letGo = new Set(without);
  return ids.filter((id) => found?.has(id) !== false && !letGo.has(id));
}

const mostGroups = 20;

/** By their own words, those of groups in which they have a role, and those of their timeline. */
async function peopleFound(book: Book, text: string): Promise<ReadonlySet<string>> {
  const { hits } = book.search({ text, collections: ['groups'], limit: mostGroups });
  const named = await book.store.byKeys(
    'ties',
    hits.map(({ id }) => id),
  );
  const ties = await book.store.get('ties', [...new Set([...named.values()].flat())]);
  const roles = [...ties.values()].filter(
    ({ status, fields }) => status === 'live' && fields['type'] === 'role',
  );
  const from = roles.map(({ fields }) => fields['from']).filter((id) => typeof id === 'string');
  const moments = await book.store.get('moments', [...book.findAll('moments', text)]);
  const met = [...moments.values()].flatMap(peopleOfMoment);
  return new Set([...book.findAll('people', text), ...from, ...met]);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}
