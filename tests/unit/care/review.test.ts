// Who is listed to be looked at, and how long somebody is left alone: the same on every laptop.

import { expect, test } from 'vitest';

import { refusals } from '../../../src-shared/care/may-contact.ts';
import { reviewView } from '../../../src-shared/care/review.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Facts, noFacts } from '../../../src-shared/query/facts.ts';
import { matches } from '../../../src-shared/query/matches.ts';
import { prepareView } from '../../../src-shared/query/prepare.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { contactAgain, keepPerson, leaveAlone } from '../../../src-shared/records/intents/care.ts';
import { openReplica } from '../../support/sync/replica.ts';

const now = Date.UTC(2026, 10, 3, 12);
const monthsAgo = (months: number): number => Date.UTC(2026, 10 - months, 3, 12);

function recordOf(kind: string, fields: { [name: string]: JsonValue }, at: number): RecordDoc {
  const context = {
    now: () => at,
    newId: () => `${kind}` as never,
    userName: 'Ana',
    device: 'd',
    yjsClientId: 7,
    hash: (text: string) => text,
  };
  return makeRecord({ kind, fields }, context);
}

const person = (fields: { [name: string]: JsonValue } = {}, at = monthsAgo(40)): RecordDoc =>
  recordOf('person', { given: 'Ana', ...fields }, at);
const acme = recordOf('organisation', { name: 'Acme' }, now);
const role = recordOf('tie', { type: 'role', from: 'person', to: 'organisation' }, now);

function isListed(doc: RecordDoc, facts: Partial<Facts> = {}, ties: RecordDoc[] = []): boolean {
  const view = reviewView(36);
  if (view === undefined) return false;
  const context = { now, zone: 'UTC', weekStart: 1 as const, kinds };
  expect(prepareView(view, context).marks).toEqual([]);
  const links = { get: () => acme, byKey: () => ties };
  return matches(view, doc, { ...noFacts, ...facts }, { ...context, links });
}

const spoken = (at: number): Partial<Facts> => ({
  lastContact: { at, moment: 'm', kind: 'call', direction: 'out', by: 'Ana' },
});

test('listed is who has been here long, without contact, role or anything open', () => {
  expect(isListed(person())).toBe(true);
  expect(isListed(person(), spoken(monthsAgo(37)))).toBe(true);
  expect(isListed(person(), spoken(monthsAgo(35)))).toBe(false);
  expect(isListed(person({}, monthsAgo(2)))).toBe(false);
  expect(isListed(person(), {}, [role])).toBe(false);
  expect(isListed(person(), { promisesTheirs: 1 })).toBe(false);
  expect(isListed(person(), { nextDue: '2027-01-01' })).toBe(false);
});

test('a reason to keep them holds until its last day', () => {
  expect(isListed(person({ keepFor: 'tax' }))).toBe(false);
  expect(isListed(person({ keepFor: 'tax', keepUntil: '2026-11-03' }))).toBe(false);
  expect(isListed(person({ keepFor: 'tax', keepUntil: '2026-11-02' }))).toBe(true);
});

test('no months: nobody is looked at', () => {
  expect(reviewView(0)).toBeUndefined();
});

test('whoever asked to be left alone until a day is left alone until that day', () => {
  const fields = { doNotContact: true, noContactUntil: '2026-11-03', noContactReason: 'Away' };
  const alone = person(fields);
  expect(refusals(alone, '2026-11-03')).toMatchObject([{ until: '2026-11-03', reason: 'Away' }]);
  expect(refusals(alone, '2026-11-04')).toEqual([]);
  expect(refusals(alone)).toHaveLength(1);
});

test('kept, left alone and asking again are one undo each', async () => {
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Ana' } }],
  });
  const [id = ''] = ids;
  const { action } = await alice.done(keepPerson(id, 'contract', '2030-01-01'));
  expect((await alice.doc('people', id)).fields).toMatchObject({ keepFor: 'contract' });
  await alice.done({ type: 'undo', action });
  const { fields } = await alice.doc('people', id);
  expect([fields['keepFor'], fields['keepUntil']]).toEqual([undefined, undefined]);
  await alice.done(leaveAlone(await alice.doc('people', id), 'doNotContact', '2026-11-01'));
  await alice.done(contactAgain(await alice.doc('people', id), 'doNotContact', ['doNotContact']));
  expect(refusals(await alice.doc('people', id))).toEqual([]);
});
