// What stands in the wrong place, was ruined by a spreadsheet or is there twice is said, and
// nothing of it is lost.
import { describe, expect, it } from 'vitest';

import { guessByHeader } from '../../../../src-shared/transfer/import/csv/guess.ts';
import { almostKnown } from '../../../../src-shared/transfer/import/csv/almost.ts';
import { allOf, importFile, sessionOf, valuesOf } from '../../../support/transfer/imports.ts';
import { createMemoryRecordStore } from '../../../../src-shared/store/memory-record-store.ts';

const first = async (csv: string) => {
  const { store, session } = await importFile(csv, { country: 'DE' });
  const [doc] = await allOf(store, 'people');
  return { doc, planned: session.rows(0, 1).rows[0] };
};

it.each(['4.91512E+11', '4,91512E+11', '4.91512e+11', '4.91512E11', '5E+10'])(
  'the number %s that a spreadsheet shortened is no phone, is said and kept',
  async (number) => {
    const { doc, planned } = await first(`Name;Mobile\nAna Roe;${number}\n`);
    expect(doc?.sets['phones']).toBeUndefined();
    expect(valuesOf(doc, 'custom')).toEqual([`mobile=${number}`]);
    expect(planned?.reasons).toEqual(['phone-shortened']);
  },
);

it('two with one shortened number are not taken for one', async () => {
  const rows = 'Name,Phone\nAna Roe,4.91512E+11\nAna Roe,4.91512E+11\n';
  const { preview } = await importFile(rows, { country: 'DE' });
  expect(preview.counts.create).toBe(2);
});

describe('an e-mail in the name', () => {
  it.each([
    ['Name,Phone\nana@x.example,', 'ana@x.example', ['=ana@x.example']],
    ['Name,Phone\nAna Roe <ana@x.example>,', 'Ana Roe', ['=ana@x.example']],
    ['Name,Phone\nAna Roe ana@x.example,', 'Ana Roe', ['=ana@x.example']],
    ['First Name,Last Name\nana@x.example,Roe', 'Roe', ['=ana@x.example']],
    ['First Name,Last Name\nAna,ana@x.example', 'Ana', ['=ana@x.example']],
    [
      'Name,Email\nana@x.example,work@x.example',
      'work@x.example',
      ['=work@x.example', '=ana@x.example'],
    ],
    ['Name,Email\nana@x.example,ANA@x.example', 'ANA@x.example', ['=ANA@x.example']],
  ])('%j is moved and said', async (csv, name, emails) => {
    const { doc, planned } = await first(`${csv}\n`);
    expect(doc?.name).toBe(name);
    expect(valuesOf(doc, 'emails')).toEqual(emails);
    expect(JSON.stringify(doc?.fields)).not.toContain('@');
    expect(planned?.reasons).toEqual(['email-in-name']);
  });

  it.each(['Ana @home Roe', '#@/', 'Ana@work'])('%s is no address: it stays', async (name) => {
    const { doc, planned } = await first(`Name,Phone\n${name},\n`);
    expect(doc?.name).toBe(name);
    expect(planned?.reasons).toEqual([]);
  });
});

describe('a header with a slip or cut short', () => {
  it.each([
    ['mail-adr', 'email'],
    ['E-Mail-Adr.', 'email'],
    ['Nachnahme', 'family'],
    ['Vornamme', 'given'],
    ['Nachn.', 'family'],
    ['Telephon', 'phone'],
    ['Geburtsdatumm', 'birthday'],
    ['Postleitzal', 'address.postalCode'],
  ])('%s is %s', (header, target) => {
    expect(guessByHeader(header)).toBeUndefined();
    expect(almostKnown(header)).toBe(target);
  });

  it.each(['Stage', 'Score', 'Comp', 'Shoe size', 'Status', 'Pos', '', '#1', 'Sender'])(
    '%j is nothing of ours',
    (header) => expect(almostKnown(header)).toBeUndefined(),
  );

  it('is mapped so, unless its values say something else', async () => {
    const mapped = async (csv: string) => {
      const info = await sessionOf(csv).plan({}, createMemoryRecordStore());
      if (!info.ok) throw new Error(info.error.code);
      return info.value.info.columns.map(({ target }) => target);
    };
    const rows = 'First Name,Nachnahme,mail-adr\nAna,Roe,ana@x.example\nBen,Fox,at home\n';
    expect(await mapped(rows)).toEqual(['given', 'family', 'email']);
    const links = 'First Name,Nachnahme\nAna,https://x.example/ana\n';
    expect((await mapped(links))[1]).toMatch(/^link/);
  });
});

describe('a row that is joined to another one', () => {
  const header = 'First Name,Last Name,Email,Phone,Company';
  it.each([
    ['same-email', 'Ana,Roe,ana@x.example,,', 'ANA,ROE,ana@x.example,,'],
    ['same-phone-and-name', 'Ana,Roe,,+49 30 1234567,', 'Ana,Roe,,030 1234567,'],
    ['same-name-and-company', 'Ana,Roe,,,Acme', 'Ana,Roe,,,Acme'],
  ])('says to which line, and %s', async (because, one, other) => {
    const csv = [header, 'Ben,Fox,ben@x.example,,', one, other].join('\n');
    const { session, preview, report } = await importFile(csv, { country: 'DE' });
    expect(session.rows(0, 9, 'skip').rows).toMatchObject([
      { line: 4, joined: { line: 3, because } },
    ]);
    expect(preview).toMatchObject({ counts: { create: 2, skip: 1 }, joined: 1 });
    expect(report).toMatchObject({ created: 2, skipped: 1, joined: 1 });
  });

  it('says so too where both are somebody of the book', async () => {
    const { store } = await importFile(`${header}\nAna,Roe,ana@x.example,+49 30 1234567,\n`);
    const session = sessionOf(
      `${header}\nAna,Roe,ana@x.example,,Acme\nAna,Roe,,+49 30 1234567,Lamps\nAna,Roe,ana@x.example,+49 30 1234567,\n`,
    );
    const preview = await session.plan({}, store);
    expect(preview.ok && preview.value).toMatchObject({
      counts: { update: 1, skip: 2 },
      joined: 2,
    });
    expect(session.rows(0, 9, 'skip').rows.map(({ joined }) => joined)).toEqual([
      { line: 2, because: 'same-phone-and-name' },
      { line: 2, because: 'same-email' },
    ]);
  });

  it('is joined no more where somebody decides otherwise', async () => {
    const session = sessionOf(`${header}\nAna,Roe,a@x.example,,\nAna,Roe,a@x.example,,\n`);
    await session.plan({}, createMemoryRecordStore());
    const decided = session.decide([{ row: 1, action: 'create' }]);
    expect(decided.ok && decided.value).toMatchObject({ counts: { create: 2 }, joined: 0 });
    expect(session.rows(1, 1).rows[0]?.joined).toBeUndefined();
  });
});
