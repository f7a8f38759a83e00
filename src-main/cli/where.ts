// The records that `--where` and `--kind` name together.

import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { parseView, type View } from '../../src-shared/query/view.ts';
import type { Book } from '../host/book/book.ts';
import { nowHere } from '../host/now-here.ts';
import type { Where } from './command-line.ts';
import type { ListedKind } from './listed-kind.ts';

/** Of everything live; a view that cannot be followed in every part is refused. */
export async function idsWhere(
  book: Book,
  kind: ListedKind,
  where: Where | undefined,
): Promise<Result<string[]>> {
  const asked = viewOf(kind, where);
  if (!asked.ok) return asked;
  const when = nowHere();
  const views = book.views(when);
  const [mark] = views.marks(asked.value);
  if (mark !== undefined) return fail('not-a-view', { where: `${mark.at} (${mark.field})` });
  await book.facts.refresh();
  const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  return ok(views.ids(asked.value, whole));
}

function viewOf({ of, kind }: ListedKind, where: Where | undefined): Result<View> {
  const everything = parseView({ of });
  if (!everything.ok) return everything;
  if (where !== undefined && 'name' in where) return fail('not-found');
  const view = where?.view ?? everything.value;
  if (kind === undefined) return ok(view);
  const ofKind = { field: 'kind', op: 'isAnyOf', arg: [kind] };
  return ok({ ...view, conditions: { all: [ofKind, view.conditions] } });
}
