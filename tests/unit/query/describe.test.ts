import { expect, test } from 'vitest';

import '../../../src-main/say.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { describeView } from '../../../src-shared/query/describe.ts';
import { parseView } from '../../../src-shared/query/view.ts';

const names = new Map([['b1', 'Berlin']]);
const how = { kinds, nameOf: (id: string) => names.get(id) };

function words(raw: unknown): string {
  const view = parseView(raw);
  if (!view.ok) throw new Error(view.error.code);
  return describeView(view.value, how);
}

test('a view without conditions is everybody', () => {
  expect(words({ of: 'people' })).toBe('Everybody');
  expect(words({ of: 'groups', sorts: [{ field: 'name', order: 'desc' }] })).toBe(
    'All groups, by Name (last first)',
  );
});

test.each([
  [{ field: 'tag', op: 'hasAnyOf', arg: ['vip', 'press'] }, 'People: Tag is vip or press'],
  [{ field: 'bucket', op: 'hasAnyOf', arg: ['b1'] }, 'People: Bucket is Berlin'],
  [{ field: 'family', op: 'contains', arg: 'son' }, 'People: Family name contains “son”'],
  [{ field: 'birthday', op: 'isEmpty' }, 'People: Birthday is empty'],
  [
    { field: 'birthday', op: 'anniversaryWithin', arg: { count: 30, unit: 'day' } },
    'People: Birthday comes round within 30 days',
  ],
  [
    { field: 'lastContact.at', op: 'moreThanAgo', arg: { count: 1, unit: 'month' } },
    'People: Last contact was more than 1 month ago',
  ],
  [{ field: 'lastContact.at', op: 'isEmpty' }, 'People: Never in contact'],
  [
    { field: 'lastContact.kind', op: 'isAnyOf', arg: ['call'] },
    'People: Kind of last contact is Call',
  ],
  [
    { field: 'createdAt', op: 'within', arg: { this: 'quarter' } },
    'People: Added is in this quarter',
  ],
  [{ field: 'createdAt', op: 'before', arg: '2026-03-09' }, 'People: Added is before Mar 9, 2026'],
  [
    { field: 'createdAt', op: 'within', arg: { past: 7, unit: 'day' } },
    'People: Added is in the past 7 days',
  ],
  [
    { field: 'org.industry', op: 'is', arg: 'Steel' },
    'People: Industry of an organisation is “Steel”',
  ],
  [
    { field: 'role.title', op: 'contains', arg: 'CEO', of: 'none' },
    'People: Title of a role contains “CEO” (none of them)',
  ],
  [{ field: 'promises.ours', op: 'above', arg: 2 }, 'People: Our open promises is more than 2'],
])('%j', (condition, sentence) => {
  expect(words(condition)).toBe(sentence);
});

test('groups of conditions are joined as they are meant', () => {
  const vip = { field: 'tag', op: 'hasAnyOf', arg: ['vip'] };
  const named = { field: 'name', op: 'startsWith', arg: 'A' };
  const empty = { field: 'emails', op: 'isEmpty' };
  expect(words({ all: [vip, { any: [named, empty] }] })).toBe(
    'People: Tag is vip and (Name begins with “A” or E-mail is empty)',
  );
  expect(words({ none: [vip] })).toBe('People: none of: Tag is vip');
});

test('what this version does not know is said to be so', () => {
  expect(words({ field: 'shoe', op: 'is', arg: '42' })).toBe(
    'People: shoe: this version cannot ask that',
  );
  expect(words({ field: 'family', op: 'rhymesWith', arg: 'x' })).toBe(
    'People: Family name: this version cannot ask that',
  );
});
