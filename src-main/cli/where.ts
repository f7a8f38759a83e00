// The records that `--where` or `--view` and `--kind` name together.

import { foldText } from '../../src-shared/domain/fold.ts';
import type { Kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { describeView, namedIn } from '../../src-shared/query/describe.ts';
import { isSavedView, savedView } from '../../src-shared/query/saved.ts';
import { parseView, type View, type ViewCollection } from '../../src-shared/query/view.ts';
import type { Book } from '../host/book/book.ts';
import { nowHere } from '../host/now-here.ts';
import type { Where } from './command-line.ts';
import { type ListedKind, people } from './listed-kind.ts';

/** In the view's order; `words`: what was asked. */
export type Listed = { of: ViewCollection; ids: string[]; words: string };

/**
 * Of everything live; without a kind of what the view is about. A view that cannot be
 * followed in every part is refused.
 */
export async function idsWhere(
  book: Book,
  kind: ListedKind | undefined,
  where: Where | undefined,
): Promise<Result<Listed>> {
  const asked = await viewOf(book, kind, where);
  if (!asked.ok) return asked;
  const view = asked.value;
  const kinds = await book.kinds();
  const views = book.views({ ...nowHere(), kinds, smart: await book.smart() });
  const [mark] = views.marks(view);
  if (mark !== undefined) return fail('not-a-view', { where: `${mark.at} (${mark.field})` });
  await book.facts.refresh();
  const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const words = describeView(view, { kinds, nameOf: await namesIn(book, view, kinds) });
  return ok({ of: view.of, ids: views.ids(view, whole), words });
}

/** What the records are called that its conditions point to. */
async function namesIn(
  { store }: Book,
  view: View,
  kinds: Kinds,
): Promise<(id: string) => string | undefined> {
  const ids = namedIn(view, kinds);
  const [people, groups] = await Promise.all([store.get('people', ids), store.get('groups', ids)]);
  return (id) => (groups.get(id) ?? people.get(id))?.name;
}

async function viewOf(
  book: Book,
  kind: ListedKind | undefined,
  where: Where | undefined,
): Promise<Result<View>> {
  const view = await whereView(book, kind, where);
  if (!view.ok || kind === undefined) return view;
  if (view.value.of !== kind.of) return fail('not-a-view', { where: 'of' });
  if (kind.kind === undefined) return view;
  const ofKind = { field: 'kind', op: 'isAnyOf', arg: [kind.kind] };
  return ok({ ...view.value, conditions: { all: [ofKind, view.value.conditions] } });
}

function whereView(
  book: Book,
  kind: ListedKind | undefined,
  where: Where | undefined,
): Promise<Result<View>> | Result<View> {
  if (where === undefined) return parseView({ of: (kind ?? people).of });
  return 'name' in where ? namedView(book, where.name) : ok(where.view);
}

/** Whatever its capitals; of several the one that was changed last. */
async function namedView({ store }: Book, name: string): Promise<Result<View>> {
  let found: RecordDoc | undefined;
  for await (const docs of store.scan('setup', { status: 'live' })) {
    for (const doc of docs) {
      if (!isSavedView(doc) || foldText(doc.name) !== foldText(name)) continue;
      if (found === undefined || doc.updatedAt > found.updatedAt) found = doc;
    }
  }
  return found === undefined ? fail('no-such-view') : savedView(found);
}
