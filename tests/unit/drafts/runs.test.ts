// A run of drafts: what two laptops make of it, and who is not to be written to.

import { describe, expect, test } from 'vitest';

import { usualPolicy } from '../../../src-shared/care/policy.ts';
import type { RecordDoc, RecordId, SetItem } from '../../../src-shared/domain/record.ts';
import { checkDraft, type CheckWith } from '../../../src-shared/drafts/check-run.ts';
import { messageIdOf, runOf, textFor } from '../../../src-shared/drafts/run.ts';
import { mailMoment } from '../../../src-shared/mail/mail-moment.ts';
import { threadWords } from '../../../src-shared/mail/own-thread.ts';
import { threadsOf } from '../../../src-shared/mail/threads.ts';
import {
  beginRun,
  changeDraft,
  logAllSent,
  markDrafts,
} from '../../../src-shared/records/intents/draft-runs.ts';
import { addPerson } from '../../support/records/privately.ts';
import { openNet } from '../../support/sync/record-net.ts';
import { openReplica } from '../../support/sync/replica.ts';

const begun = (people: readonly string[]) =>
  beginRun({
    id: 'run',
    name: 'Spring',
    channel: 'mail',
    purpose: 'marketing',
    template: '',
    texts: [{ language: '', subject: 'Hello', text: 'Dear {{given}}' }],
    people,
  });

test('what each of two laptops does with another draft is there on both', async () => {
  const [here, there] = [openReplica('here'), openReplica('there')];
  const net = openNet([here, there], () => 1);
  const [ana, ben] = [await addPerson(here, 'Ana'), await addPerson(here, 'Ben')];
  await here.done(begun([ana, ben]));
  await net.heal();
  await here.done(markDrafts('run', [ana], 'skipped'));
  await there.done(changeDraft('run', ben, { subject: 'Hi', text: 'Dear Ben' }));
  await net.heal();
  for (const one of [here, there])
    expect(runOf(await one.doc('work', 'run')).drafts).toEqual([
      { person: ana, step: 'skipped' },
      { person: ben, step: 'to-do', own: { subject: 'Hi', text: 'Dear Ben' } },
    ]);
});

test('many that were sent are one step, which one undo takes back', async () => {
  const here = openReplica('here');
  const people = [await addPerson(here, 'Ana'), await addPerson(here, 'Ben')];
  await here.done(begun(people));
  const done = await here.done(
    logAllSent(
      people.map((person) => ({ person, subject: 'Hello', text: 'Dear', when: 1, run: 'run' })),
    ),
  );
  const sent = await here.doc('moments', done.ids[1] ?? '');
  expect(sent.keys).toContain('run:run');
  expect(sent.fields).toMatchObject({ direction: 'out', people: [people[1]] });
  await here.done({ type: 'undo' });
  for (const id of done.ids) expect((await here.doc('moments', id)).status).toBe('undone');
});

test('whoever is erased is in no run any more, nor what was written to them', async () => {
  const here = openReplica('here');
  const [ana, ben] = [await addPerson(here, 'Ana'), await addPerson(here, 'Ben')];
  await here.done(begun([ana, ben]));
  await here.done(changeDraft('run', ana, { subject: 'Hi', text: 'secret' }));
  await here.done({ type: 'erase', refs: [{ collection: 'people', id: ana }] });
  const run = await here.doc('work', 'run');
  expect(runOf(run).drafts).toEqual([{ person: ben, step: 'to-do' }]);
  expect(JSON.stringify(run)).not.toContain('secret');
});

test('a run of a newer version is as careful as can be', () => {
  const doc = { id: 'x', name: '', fields: { channel: 'fax', purpose: 'raffle' }, sets: {} };
  expect(runOf(doc as never)).toMatchObject({ channel: 'message', purpose: 'marketing' });
});

test('everybody gets the text in their language, else the one for everybody', () => {
  const texts = ['', 'de'].map((language) => ({ language, subject: '', text: language }));
  expect(textFor(texts, 'de-AT').language).toBe('de');
  expect(textFor(texts, 'fr').language).toBe('');
  expect(textFor(texts.slice(1), 'fr').language).toBe('de');
  expect(textFor([], '').text).toBe('');
});

test('a draft has the same Message-ID whenever it is saved', () => {
  expect(messageIdOf('run', 'ana')).toBe('<run.ana@rapport.invalid>');
});

test('an answer to a draft that was saved is of the conversation of what was sent', () => {
  const id = messageIdOf('run', 'ana');
  const answer = {
    key: '<answer@shop.example>',
    from: [],
    to: [],
    cc: [],
    subject: 'Re: Hello',
    references: [id],
    attachments: [],
    labels: [],
    isNewsletter: false,
    isEncrypted: false,
    size: 1,
  };
  const hash = (text: string): string => `#${text}`;
  const [thread = ''] = threadsOf([answer]);
  const made = { at: 2, people: ['ana'], direction: 'in', thread, scope: 'team' } as const;
  const body = { text: 'Yes', quoted: '', signature: [] };
  const moment = mailMoment(answer, body, { ...made, people: ['ana'] }, hash);
  expect(moment.fields?.['thread']).toBe(hash(threadWords(id)));
});

const now = Date.UTC(2026, 5, 1);

function personWith(id: string, sets: { [set: string]: object[] }, fields = {}): RecordDoc {
  const made = Object.fromEntries(
    Object.entries(sets).map(([set, items]) => [
      set,
      items.map((item, at) => ({ id: String(at), ...item }) as SetItem),
    ]),
  );
  return {
    id: id as RecordId,
    kind: 'person',
    status: 'live',
    name: id,
    fields,
    sets: made,
  } as never;
}

const mail = { value: 'Ana@Shop.example' };
const said = (state: string, purpose = 'marketing') => ({
  value: 'any',
  more: { id: state, purpose, state, at: '1' },
});

const given: CheckWith = {
  channel: 'mail',
  purpose: 'marketing',
  policy: usualPolicy,
  today: '2026-06-01',
  now,
  sharing: () => [],
  moments: () => [],
};

describe('who is written to', () => {
  test.each([
    ['a yes', [said('given')], undefined],
    ['nothing said', [], 'not-given'],
    ['a no', [said('objected')], 'objected'],
    ['a yes to something else', [said('given', 'research')], 'not-given'],
  ])('%s', (_, permissions, code) => {
    const { problem } = checkDraft(personWith('Ana', { emails: [mail], permissions }), given);
    expect(problem?.what === 'refused' ? problem.refusal.code : problem).toBe(code);
  });

  const ana = personWith('Ana', { emails: [mail], permissions: [said('given')] });

  test('an address that somebody else objected with is not written to, and says whose', () => {
    const other = personWith('Bo', { emails: [mail], permissions: [said('objected')] });
    const shared = { ...given, sharing: () => [ana, other] };
    expect(checkDraft(ana, shared)).toMatchObject({
      problem: { what: 'shared', name: 'Bo', address: 'Ana@Shop.example' },
    });
    const second = personWith('Ana', {
      emails: [mail, { value: 'ana@home.example' }],
      permissions: [said('given')],
    });
    const sharing = (address: string) => (address === 'ana@shop.example' ? [other] : []);
    expect(checkDraft(second, { ...given, sharing })).toEqual({ to: ['ana@home.example'] });
  });

  test('somebody else with the address who has said nothing is no objection', () => {
    const other = personWith('Bo', { emails: [mail] });
    expect(checkDraft(ana, { ...given, sharing: () => [other] }).problem).toBeUndefined();
  });

  test('without an address of the way', () => {
    const bare = personWith('Ana', { permissions: [said('given')] });
    for (const channel of ['mail', 'letter'] as const)
      expect(checkDraft(bare, { ...given, channel }).problem).toEqual({ what: 'no-address' });
    expect(checkDraft(bare, { ...given, channel: 'message' }).problem).toBeUndefined();
  });

  test('whoever is gone', () => {
    expect(checkDraft(undefined, given).problem).toEqual({ what: 'gone' });
    expect(checkDraft({ ...ana, status: 'trashed' }, given).problem).toEqual({ what: 'gone' });
  });

  const written = (days: number, fields = {}): RecordDoc =>
    ({
      id: `m${days}`,
      kind: 'message',
      status: 'live',
      at: now - days * 86_400_000,
      fields: { direction: 'out', ...fields },
    }) as never;

  test('as many contacts of the team as it allows itself are said, with who wrote', () => {
    const moments = [1, 2, 3, 4].map((days) => written(days));
    const service = { ...given, purpose: 'service' as const };
    expect(checkDraft(ana, { ...service, moments: () => moments }).enough).toHaveLength(4);
    expect(checkDraft(ana, { ...service, moments: () => moments.slice(1) }).enough).toBe(undefined);
    const none = { ...service, policy: { ...usualPolicy, budget: 0 } };
    expect(checkDraft(ana, none).enough).toEqual([]);
  });

  test('one advertisement in thirty days is enough', () => {
    const moments = [written(2), written(3, { purpose: 'marketing' })];
    expect(checkDraft(ana, { ...given, moments: () => moments }).enough).toHaveLength(1);
    expect(checkDraft(ana, { ...given, moments: () => [written(2)] }).enough).toBe(undefined);
  });
});
