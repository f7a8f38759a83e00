// Group cards become buckets of the people they name.
import { describe, expect, it } from 'vitest';

import type { RecordStore } from '../../../../src-shared/store/record-store.ts';
import { allOf, importFile } from '../../../support/transfer/imports.ts';

const card = (name: string, uid: string): string =>
  `BEGIN:VCARD\nVERSION:4.0\nFN:${name}\nUID:urn:uuid:${uid}\nEND:VCARD\n`;
const list = (name: string, ...members: string[]): string =>
  [
    'BEGIN:VCARD\nVERSION:4.0\nKIND:group',
    `FN:${name}\nUID:list-${name}`,
    ...members.map((uid) => `MEMBER:urn:uuid:${uid}`),
    'END:VCARD\n',
  ].join('\n');
const people = card('Ann Roe', 'a1') + card('Ben Roe', 'B2') + card('Cy Roe', 'C3');

/** Names of the people in each bucket. */
async function bucketsOf(store: RecordStore): Promise<{ [bucket: string]: string[] }> {
  const all = await allOf(store, 'people');
  const groups = (await allOf(store, 'groups')).filter(({ kind }) => kind === 'bucket');
  const members = (id: string) =>
    all.filter(({ sets }) => (sets['buckets'] ?? []).some(({ value }) => value === id));
  return Object.fromEntries(
    groups.map(({ id, name }) => [name, members(id).map((person) => person.name)]),
  );
}

describe('lists in a file of cards', () => {
  it('become buckets of their members, wherever they stand', async () => {
    const file = list('Choir', 'A1', 'b2') + people + list('Board', 'C3', 'A1');
    const { store, session, preview } = await importFile(file);
    expect(preview.counts).toEqual({ create: 3, update: 0, skip: 2, cannot: 0 });
    expect(session.rows(0, 1).rows[0]).toMatchObject({
      name: 'Choir',
      action: 'skip',
      reasons: ['card-is-a-list'],
    });
    expect(await bucketsOf(store)).toEqual({
      Choir: ['Ann Roe', 'Ben Roe'],
      Board: ['Ann Roe', 'Cy Roe'],
    });
  });

  it('name their members by address, too', async () => {
    const file =
      list('Choir').replace(
        'END:',
        'MEMBER:mailto:Ana@x.example\nMEMBER:tel:+1-418-555-0101\nMEMBER:mailto:nobody@x.example\nEND:',
      ) +
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ana Roe\nEMAIL:ana@x.example\nEND:VCARD\n' +
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ben Poe\nTEL;VALUE=uri:tel:+1-418-555-0101\nEND:VCARD\n' +
      'BEGIN:VCARD\nVERSION:4.0\nFN:Cy Roe\nEMAIL:cy@x.example\nEND:VCARD\n';
    const { store } = await importFile(file);
    expect(await bucketsOf(store)).toEqual({ Choir: ['Ana Roe', 'Ben Poe'] });
  });

  it('put people into the bucket that is already called so, once', async () => {
    const { store } = await importFile(people + list('Choir', 'A1'));
    const more = people + list('choir', 'A1', 'B2');
    const second = await importFile(more, { store });
    expect(second.preview.counts).toMatchObject({ create: 0, update: 1 });
    expect(await bucketsOf(store)).toEqual({ Choir: ['Ann Roe', 'Ben Roe'] });
    expect((await importFile(more, { store })).preview.counts).toMatchObject({ update: 0 });
  });

  it('are said and not made when nobody of the file is on them', async () => {
    const withoutUid = 'BEGIN:VCARD\nVERSION:4.0\nFN:Di Roe\nEND:VCARD\n';
    const lists = [list('Old', 'D4'), list('All', 'list-Old'), list('', 'A1'), list('Odd', '')];
    const file = people + withoutUid + lists.join('');
    const { store, session } = await importFile(file);
    expect(session.rows(4, 4).rows.map(({ reasons }) => reasons)).toEqual([
      ['list-without-people'],
      ['list-without-people'],
      ['list-without-people'],
      ['list-without-people'],
    ]);
    expect(await bucketsOf(store)).toEqual({});
  });
});
