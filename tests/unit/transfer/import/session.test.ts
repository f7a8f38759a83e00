// What a person can do between the preview and the end: decide, cancel, undo, mend.
import { describe, expect, it } from 'vitest';

import { runCommand } from '../../../../src-shared/records/run-command.ts';
import { createMemoryRecordStore } from '../../../../src-shared/store/memory-record-store.ts';
import {
  allOf,
  importContext,
  importFile,
  sessionOf,
  valuesOf,
} from '../../../support/transfer/imports.ts';

const header = 'First Name,Last Name,Email,Phone,Company,Job Title\n';

describe('an import session', () => {
  it('leaves a row to the user when two people are as likely', async () => {
    const { store } = await importFile(
      `${header}Ana,Roe,ana@x.example,,,\nAna Maria,Roe,other@x.example,,,\n`,
    );
    const session = sessionOf(
      `${header}Ana,Roe,"ana@x.example, other@x.example",+49 30 1234567,,\n`,
    );
    const plan = await session.plan({}, store);
    expect(plan).toMatchObject({ ok: true, value: { counts: { create: 1, update: 0 } } });
    const [row] = session.rows(0, 10).rows;
    expect(row?.candidates.map(({ name }) => name).sort()).toEqual(['Ana Maria Roe', 'Ana Roe']);
    const wanted = row?.candidates.find(({ name }) => name === 'Ana Roe')?.id ?? '';
    expect(session.decide([{ row: 0, action: 'update', match: wanted }])).toMatchObject({
      ok: true,
      value: { counts: { create: 0, update: 1 } },
    });
    expect(session.rows(0, 10).rows[0]).toMatchObject({
      action: 'update',
      match: { id: wanted },
      reasons: ['user-choice'],
    });
    const report = await session.apply(store, importContext());
    expect(report).toMatchObject({ ok: true, value: { updated: 1, created: 0 } });
    const ana = (await store.get('people', [wanted])).get(wanted);
    expect(valuesOf(ana, 'phones')).toEqual(['=+49301234567']);
  });

  it('does as the user decides', async () => {
    const { store } = await importFile(`${header}Ana,Roe,ana@x.example,,,\n`);
    const session = sessionOf(
      `${header}Ana,Roe,ana@x.example,,,\nBen,Roe,ben@x.example,,,\nChen,Roe,c@x.example,,,\n`,
    );
    await session.plan({}, store);
    session.decide([
      { row: 0, action: 'create' },
      { row: 1, action: 'skip' },
    ]);
    const report = await session.apply(store, importContext());
    expect(report).toMatchObject({ ok: true, value: { created: 2, skipped: 1 } });
    expect((await allOf(store, 'people')).map(({ name }) => name).sort()).toEqual([
      'Ana Roe',
      'Ana Roe',
      'Chen Roe',
    ]);
  });

  it('does not take people with one family address for one person', async () => {
    const { preview, store } = await importFile(
      `${header}Ana,Roe,family@x.example,,,\nJohn,Roe,family@x.example,,,\n`,
    );
    expect(preview.counts.create).toBe(2);
    const again = await importFile(`${header}Zoe,Roe,family@x.example,,,\n`, { store });
    expect(again.preview.counts.create).toBe(1);
    expect(again.session.rows(0, 1).rows[0]?.candidates).toHaveLength(2);
  });

  it('joins rows of one person and says so', async () => {
    const { session, store } = await importFile(
      `${header}Ana,Roe,ana@x.example,,Acme,Buyer\nAna,Roe,ANA@x.example,+49 30 1234567,Acme,Owner\n`,
    );
    expect(session.rows(0, 10).rows[1]).toMatchObject({
      action: 'skip',
      reasons: ['same-row-in-file'],
      line: 3,
    });
    const [ana] = await allOf(store, 'people');
    expect(valuesOf(ana, 'phones')).toEqual(['=+49301234567']);
    expect((await allOf(store, 'ties')).map((tie) => tie.fields['title'])).toEqual([
      'Buyer',
      'Owner',
    ]);
    expect(await allOf(store, 'groups')).toHaveLength(1);
  });

  it('is undone as one step, updates included', async () => {
    const { store } = await importFile(`${header}Ana,Roe,ana@x.example,,,\n`);
    const before = await allOf(store, 'people');
    await importFile(
      `${header}Ana,Roe,ana@x.example,+49 30 1234567,Acme,Buyer\nBen,Roe,ben@x.example,,Acme,\n`,
      { store },
    );
    expect(await allOf(store, 'people')).toHaveLength(2);
    const undone = await runCommand(store, { type: 'undo' }, importContext());
    expect(undone).toMatchObject({ ok: true, value: { label: 'import', left: 0 } });
    const after = await allOf(store, 'people');
    expect(after.map(({ fields, sets }) => ({ fields, sets }))).toEqual(
      before.map(({ fields, sets }) => ({ fields, sets })),
    );
    expect([await allOf(store, 'ties'), await allOf(store, 'groups')]).toEqual([[], []]);
  });

  it('keeps nothing when it is cancelled', async () => {
    const csv =
      header +
      Array.from({ length: 5_000 }, (_, at) => `P${at},Roe,p${at}@x.example,,,\n`).join('');
    const store = createMemoryRecordStore();
    const session = sessionOf(csv);
    await session.plan({}, store);
    const stop = new AbortController();
    const report = await session.apply(
      store,
      importContext(),
      stop.signal,
      (done) => done >= 2_000 && stop.abort(),
    );
    expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await store.count('people')).toBe(0);
    const early = await sessionOf(csv).plan({}, store, AbortSignal.abort());
    expect(early).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await session.apply(store, importContext())).toMatchObject({
      ok: true,
      value: { created: 5_000 },
    });
  });

  it('is applied once', async () => {
    const { session, store } = await importFile(`${header}Ana,Roe,ana@x.example,,,\n`);
    expect(await session.apply(store, importContext())).toMatchObject({
      ok: false,
      error: { code: 'changed-since' },
    });
  });

  it('notices people who were erased', async () => {
    const file = `${header}Ana,Roe,ana@x.example,,,\nBen,Roe,ben@x.example,,,\n`;
    const { store } = await importFile(file);
    const ana = (await allOf(store, 'people')).find(({ name }) => name === 'Ana Roe');
    await runCommand(
      store,
      { type: 'erase', refs: [{ collection: 'people', id: ana?.id ?? '' }] },
      importContext(),
    );
    const session = sessionOf(file);
    expect(await session.plan({}, store)).toMatchObject({
      ok: true,
      value: { counts: { create: 0, skip: 2 } },
    });
    expect(session.rows(0, 1).rows[0]?.reasons).toEqual(['was-erased']);
  });

  it('hands unreadable rows back with their line and a reason', async () => {
    const { session } = await importFile(
      `${header}Ana,Roe,ana@x.example,,,\nBen,Roe\n"Chen,Roe,c@x.example,,,\n`,
    );
    expect(session.rejectedCsv((code) => `because ${code}`)).toBe(
      '\uFEFFLine,Reason,First Name,Last Name,Email,Phone,Company,Job Title\r\n4,because unbalanced-quote,"""Chen",Roe,c@x.example,,,\r\n',
    );
  });

  it('takes rows with too few or too many cells, and says so', async () => {
    const { session, store } = await importFile(
      `${header}Ana,Roe\nBen,Poe,b@x.example,,,,Surplus,\nCleo,Noe,c@x.example,,,\n`,
    );
    expect(session.rows(0, 3).rows.map(({ reasons }) => reasons)).toEqual([
      ['too-few-cells'],
      ['too-many-cells'],
      [],
    ]);
    const people = await allOf(store, 'people');
    expect(people.map(({ name }) => name)).toEqual(['Ana Roe', 'Ben Poe', 'Cleo Noe']);
    expect(valuesOf(people[1], 'custom')).toEqual(['#7=Surplus']);
  });

  it('reads dates as the column shows them', async () => {
    const file = 'First Name,Birthday\nAna,03/04/1980\nBen,25/12/1980\n';
    const { store } = await importFile(file);
    expect((await allOf(store, 'people')).map((doc) => doc.fields['birthday'])).toEqual([
      '1980-04-03',
      '1980-12-25',
    ]);
    const forced = await importFile('First Name,Birthday\nAna,03/04/1980\n', { dateOrder: 'mdy' });
    expect((await allOf(forced.store, 'people'))[0]?.fields['birthday']).toBe('1980-03-04');
  });
});
