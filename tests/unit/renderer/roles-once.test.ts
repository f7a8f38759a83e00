// Of two who were merged, a role that both had is shown once, and nothing that one says is lost.

import { expect, test } from 'vitest';

import { rolesOnce } from '../../../src-renderer/features/people/roles/roles-once.ts';
import { recordOf } from '../../support/store/sample-records.ts';

const role = (id: string, from: string, more: { [field: string]: string } = {}) =>
  recordOf({
    id: id as never,
    kind: 'tie',
    fields: { type: 'role', from, to: 'kowalski', title: 'Einkauf', ...more },
  });
const shown = (...roles: ReturnType<typeof role>[]) =>
  rolesOnce(roles).map((one) => [one.role.id, ...one.others.map(({ id }) => id)]);

test('a role that both had is one, as the one that says more', () => {
  const plain = [role('a', 'ana'), role('b', 'bob', { title: 'einkauf' }), role('c', 'cy')];
  expect(shown(...plain)).toEqual([['a', 'b', 'c']]);
  const fuller = role('f', 'fay', { department: 'North' });
  expect(shown(...plain, fuller)).toEqual([['f', 'b', 'c', 'a']]);
  expect(shown(fuller, ...plain)).toEqual([['f', 'a', 'b', 'c']]);
});

test.each([
  ['at another organisation', role('b', 'bob', { to: 'korn' })],
  ['with another title', role('b', 'bob', { title: 'Verkauf' })],
  ['that is over', role('b', 'bob', { until: '2019' })],
  ['that began another day', role('b', 'bob', { start: '2020-01' })],
  ['of the same person', role('b', 'ana')],
])('a role %s is another', (_, other) => {
  expect(shown(role('a', 'ana'), other)).toEqual([['a'], ['b']]);
});

test('two that each say something of their own are both shown', () => {
  const [one, other] = [
    role('a', 'ana', { department: 'North' }),
    role('b', 'bob', { expects: 'a call' }),
  ];
  expect(shown(one, other)).toEqual([['a'], ['b']]);
});
