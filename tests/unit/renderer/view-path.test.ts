// Where a saved view is opened: in the list that it is of, whoever leads there.

import { expect, test } from 'vitest';

import { savedView } from '../../../src-shared/query/saved.ts';
import type { View } from '../../../src-shared/query/view.ts';
import {
  bucketList,
  everythingIn,
  type ListKind,
  momentList,
  organisationList,
  pathOfView,
  peopleList,
  wholeView,
} from '../../../src-renderer/lists/list-kind.ts';

const saved = (list: ListKind, conditions: View['conditions']): View => {
  const view = wholeView(list, { ...everythingIn(list), conditions });
  const read = savedView({ fields: JSON.parse(JSON.stringify(view)) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const named = { all: [{ field: 'name', op: 'contains', arg: 'a' }] } as const;

test('a view of people, of a kind of group or of what happened is opened in its own list', () => {
  const conditions = named as unknown as View['conditions'];
  expect(
    [peopleList, organisationList, bucketList, momentList].map((list) =>
      pathOfView('v 1', saved(list, conditions)),
    ),
  ).toEqual([
    '/people?view=v%201',
    '/groups?kind=organisation&view=v%201',
    '/groups?kind=bucket&view=v%201',
    '/happened?view=v%201',
  ]);
});

test('one of groups of every kind has no list here', () => {
  expect(pathOfView('v', { ...everythingIn(organisationList) })).toBeUndefined();
});
