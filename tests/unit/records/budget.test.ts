// How often the team has been in touch, the same whoever looks, in whatever order it was heard.
import { expect, it } from 'vitest';

import { mayContact } from '../../../src-shared/care/may-contact.ts';
import { outreachOf } from '../../../src-shared/care/budget.ts';
import { policyOf, usualPolicy } from '../../../src-shared/care/policy.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { writePolicy } from '../../../src-shared/records/intents/care.ts';
import { logMoment } from '../../../src-shared/records/intents/people.ts';
import { openReplica } from '../../support/sync/replica.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 4, 31, 12);

it('counts calls and messages of the last thirty days that we began', async () => {
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Ana' } }],
  });
  const made: string[] = [];
  const log = async (kind: string, days: number, direction?: string): Promise<void> => {
    const more = direction === undefined ? {} : { more: { direction } };
    const done = await alice.done(
      logMoment({ kind, when: now - days * day, people: ids, text: kind, ...more }),
    );
    made.push(...done.ids);
  };
  await log('message', 1, 'out');
  await log('call', 29);
  await log('call', 31, 'out');
  await log('message', 2, 'in');
  await log('call', 3, 'absent');
  await log('meeting', 4);
  await log('note', 5);
  await log('message', -1, 'out');
  const docs = await Promise.all(made.map((id) => alice.doc('moments', id)));
  const found = outreachOf(docs, now).map(({ kind, at }) => [kind, (now - at) / day]);
  expect(found).toEqual([
    ['message', 1],
    ['call', 29],
  ]);
  expect(outreachOf([...docs, ...docs.toReversed()], now).map(({ id }) => id)).toEqual(
    outreachOf(docs.toReversed(), now).map(({ id }) => id),
  );
  expect(outreachOf(docs, now + 2 * day)).toHaveLength(2);
});

it('holds to the rules of the team, and to the usual ones where there are none', async () => {
  const alice = openReplica('alice');
  const person = { fields: {}, sets: {} } as unknown as RecordDoc;
  const ask = (doc?: RecordDoc) =>
    mayContact(person, 'mail', 'marketing', policyOf(doc), '2026-05-03');
  expect(ask()).toEqual({ may: false, code: 'not-given' });
  const { ids } = await alice.done(
    writePolicy({
      ...usualPolicy,
      budget: 2,
      defaults: { ...usualPolicy.defaults, marketing: 'allowed' },
    }),
  );
  const written = await alice.doc('setup', ids[0] ?? '');
  expect(policyOf(written).budget).toBe(2);
  expect(ask(written)).toEqual({ may: true });
  await alice.done({ type: 'undo' });
  expect(policyOf(await alice.doc('setup', ids[0] ?? ''))).toEqual(usualPolicy);
});
