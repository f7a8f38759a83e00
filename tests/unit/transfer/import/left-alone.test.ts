// Whoever asked to be left alone stays so, whatever a file says that has not heard of it.
import { expect, it } from 'vitest';

import { currentPermission, permissionsOf } from '../../../../src-shared/care/permissions.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { leaveAlone, recordPermission } from '../../../../src-shared/records/intents/care.ts';
import { runCommand } from '../../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../../src-shared/store/record-store.ts';
import { allOf, importContext, importFile, sessionOf } from '../../../support/transfer/imports.ts';

const header = 'First Name,Last Name,Email,Phone,Company,Job Title\n';
const own =
  'id,scope,given,family,noPhone,doNotContact,email 1,permissions 1,permissions 1 purpose,permissions 1 state,permissions 1 at,permissions 1 after\n';

async function bookWithAna(): Promise<{ store: RecordStore; ana: () => Promise<RecordDoc> }> {
  const { store } = await importFile(`${header}Ana,Roe,ana@x.example,,,\n`);
  return { store, ana: async () => (await allOf(store, 'people'))[0] as RecordDoc };
}

async function done(store: RecordStore, command: Command): Promise<void> {
  expect(await runCommand(store, command, importContext())).toMatchObject({ ok: true });
}

it('leaves out a row about somebody who asked not to be contacted, until it is chosen', async () => {
  const { store, ana } = await bookWithAna();
  const { id } = await ana();
  await done(store, leaveAlone(await ana(), 'doNotContact', '2026-05-03'));
  const session = sessionOf(`${header}Ana,Roe,ana@x.example,+49 30 1234567,,\n`);
  expect(await session.plan({}, store)).toMatchObject({ ok: true, value: { counts: { skip: 1 } } });
  expect(session.rows(0, 1).rows[0]?.reasons).toContain('objected');
  session.decide([{ row: 0, action: 'update', match: id }]);
  expect(await session.apply(store, importContext())).toMatchObject({
    ok: true,
    value: { updated: 1 },
  });
  expect((await ana()).fields['doNotContact']).toBe(true);
});

it('takes no no back, and no yes for an answer to it', async () => {
  const { store, ana } = await bookWithAna();
  const { id } = await ana();
  await done(store, leaveAlone(await ana(), 'noPhone', '2026-05-03'));
  const said = { channel: 'mail', purpose: 'marketing', state: 'withdrawn', at: 1_000 } as const;
  await done(store, recordPermission(await ana(), said, 'no-1'));
  const row = `${id},team,Ana,Roe,no,,ana@x.example,mail,marketing,given,2000,no-1\n`;
  await importFile(own + row, { store, format: 'rapport-csv' });
  const doc = await ana();
  expect(doc.fields['noPhone']).toBe(true);
  expect(doc.sets['permissions']).toHaveLength(2);
  const asked = { channel: 'mail', purpose: 'marketing' } as const;
  expect(currentPermission(permissionsOf(doc), asked, '2026-05-03')?.state).toBe('withdrawn');
});

it('brings a no from a file, of one row or another of the same person', async () => {
  const { store, ana } = await bookWithAna();
  const file = 'Contact ID,First Name,Last Name,Email,Do Not Call,Email Opt Out\n';
  await importFile(`${file}1,Ana,Roe,ana@x.example,0,1\n1,Ana,Roe,ana@x.example,1,0\n`, { store });
  expect((await ana()).fields).toMatchObject({ noPhone: true, noMail: true });
});
